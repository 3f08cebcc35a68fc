import { Injectable } from '@nestjs/common';
import { after, type MaybePromise } from '../../platform/deadline/maybe-promise.js';
import { deadlineIn, type RequestContext } from '../../platform/deadline/request-context.js';
import { answerWithinMs } from '../device-settings/control-id-settings.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';
import { hashOfSecret, KnownDevices } from './known-devices.js';
import { maySend } from './senders.js';
import { WrongSecrets } from './wrong-secrets.js';

/** No other text is looked up. */
const SECRET = /^[A-Za-z0-9]{22}$/;

interface Sender {
  readonly secret: string;
  readonly address: string;
  /** Of the request. */
  readonly served: Deadline | undefined;
}
type Deadline = Pick<RequestContext, 'deadlineAt' | 'deadlineFactor'>;

/** Finds whose address a call came to. Every refusal costs one look-up, so that its time does not tell why. */
@Injectable()
export class DeviceFinder {
  constructor(
    private readonly known: KnownDevices,
    private readonly wrong: WrongSecrets,
  ) {}

  /**
   * @param mayCall what else is required of the call
   * @returns undefined for a caller that is to learn nothing
   */
  find(
    { secret, address, served }: Sender,
    mayCall: boolean,
  ): MaybePromise<ControlIdDevice | undefined> {
    // A device that works goes on, whatever else stands behind the same address.
    const hash = hashOfSecret(secret);
    if (!this.known.hasOpened(hash) && this.wrong.isTooMany(address)) return undefined;
    const last = this.known.last(hash);
    if (last) bindTo(last, served);
    const isKept = this.known.isFresh(hash);
    const isSecret = SECRET.test(secret);
    return after(isSecret ? this.known.find(hash) : undefined, (device) => {
      if (device && mayCall && maySend(device.settings, address)) return device;
      if (!device) this.wrong.count(address);
      return isKept || !isSecret ? this.known.pretendToFind() : undefined;
    });
  }
}

/** The device waits no longer than this. */
export function bindTo({ settings }: ControlIdDevice, served: Deadline | undefined): void {
  if (!served) return;
  served.deadlineAt = Math.min(served.deadlineAt, deadlineIn(answerWithinMs(settings), served));
}
