import { performance } from 'node:perf_hooks';
import type { CodeHashes } from '../../access-codes/index.js';
import type { RecognisedDevice, Scan } from '../../gate/index.js';
import { uuidOf } from '../../platform/crypto/uuid.js';
import { answerWithinMs } from '../device-settings/control-id-settings.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';
import type { ShownValue } from '../reading/shown-value.js';

/** What we need ourselves besides a call to Wellhub. */
const OURSELVES_MS = 400;
const LONGEST_CALL_MS = 1_500;

export interface ReadValue {
  readonly shown: ShownValue;
  readonly uuid?: string | undefined;
  readonly medium: string | undefined;
}

/** The scan in the words of the gate. */
export function scanOf(device: ControlIdDevice, read: ReadValue, hashes: CodeHashes): Scan {
  const { name, code, ...found } = read.shown;
  return {
    device: recognised(device),
    isCode: code !== undefined,
    ...found,
    valueHashes: hashes.candidates(name),
    ...(read.uuid !== undefined && { nonce: uuidOf(read.uuid) }),
    execute: true,
    medium: read.medium,
    receivedAt: performance.now(),
  };
}

function recognised({ partnerId, id, settings }: ControlIdDevice): RecognisedDevice {
  const { action, showName: showsName, turnTimeoutSeconds: turnSeconds } = settings;
  const wellhubWaitMs = Math.min(LONGEST_CALL_MS, answerWithinMs(settings) - OURSELVES_MS);
  const canTurn = action === 'catra';
  return { partnerId, id, wellhubWaitMs, showsName, ...(canTurn && { turnSeconds }) };
}
