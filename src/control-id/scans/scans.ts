import { Injectable } from '@nestjs/common';
import { CodeHashes } from '../../access-codes/index.js';
import { CountedGate, type GateDecision, type RefusedScan } from '../../gate/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { denied, granted } from '../answers/answers.js';
import type { DisplayedRefusal } from '../answers/messages.js';
import type { ReceivedCall } from '../calls/device-route.js';
import { CardLearning } from '../card-learning/card-learning.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';
import { readMedium } from '../reading/medium.js';
import { readScanCall, type ScanCall } from '../reading/scan-fields.js';
import { scanOf } from './scan-of-device.js';

/** Scans at Control iD devices: the gate decides, the answer opens the device and its display says why. */
@Injectable()
export class Scans {
  constructor(
    private readonly gate: CountedGate,
    private readonly hashes: CodeHashes,
    private readonly learning: CardLearning,
  ) {}

  /** @throws request.not-found for a device that was just removed or switched off */
  async answer(kind: ScanCall, call: ReceivedCall): Promise<string> {
    const { device, message } = call;
    const reading = readScanCall(kind, message.fields, device.settings);
    if (reading.kind === 'not-served') return this.refuse(call, 'NOT_SERVED');
    if (reading.kind === 'invalid') return this.refuse(call, 'VALIDATION_FAILED');
    const { shown, uuid } = reading;
    const medium = readMedium(message.fields.get('identifier_id'));
    const decision = await this.gate.decide(scanOf(device, { shown, uuid, medium }, this.hashes));
    if (isUnknown(decision)) await this.learning.learn(device, kind, message.fields);
    return answerTo(call, decision);
  }

  refuse(call: ReceivedCall, why: DisplayedRefusal): string {
    if (why === 'VALIDATION_FAILED') this.gate.countUnreadable(true);
    return denied({ ...placeOf(call), why });
  }
}

const isUnknown = (decision: GateDecision): boolean =>
  decision.kind === 'refused' && decision.why === 'ACCESS_CODE_UNKNOWN';

function answerTo(call: ReceivedCall, decision: GateDecision): string {
  const { device } = call;
  if (decision.kind === 'open') {
    const { customerId, direction: way, firstName: name } = decision;
    return granted({ ...placeOf(call), customerId, way, name }, device.settings);
  }
  const { why } = decision;
  if (why === 'DEVICE_TOKEN_INVALID') throw new DomainError(RequestErrors.notFound);
  const message = ownWords(decision, device);
  return denied({
    ...placeOf(call),
    why: why === 'NONCE_REUSED' ? 'VALIDATION_FAILED' : why,
    message,
  });
}

/** What the rule of the gym says, where it says something in the language of the gym. */
const ownWords = ({ message }: RefusedScan, { language }: ControlIdDevice): string | undefined =>
  message?.[language as keyof typeof message] ?? undefined;

const placeOf = ({ device, message }: ReceivedCall) => ({
  language: device.language,
  portal: message.fields.get('portal_id'),
});
