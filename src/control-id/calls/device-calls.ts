import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { after, type MaybePromise } from '../../platform/deadline/maybe-promise.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import { Settings } from '../../platform/config/settings.js';
import { RawBody } from '../../platform/http/body-parsers.js';
import { RateLimits } from '../../platform/limits/rate-limits.js';
import { bindTo } from '../address/device-finder.js';
import { FormerAddresses } from '../address/former-addresses.js';
import { Contacts } from '../contact/contacts.js';
import type { SignOfLife } from '../contact/sign-of-life.js';
import { alertObject } from '../device-settings/control-id-device.js';
import { readMessage } from '../reading/device-message.js';
import type { CallRefusal, CallAnswer, ReceivedCall, DeviceRoute } from './device-route.js';

const OTHERS_PER_MINUTE = 1_000;
const NOTHING = new Uint8Array();

/** Answers the calls of devices: what holds for all of them, then the handler of the path. */
@Injectable()
export class DeviceCalls {
  constructor(
    private readonly contacts: Contacts,
    private readonly limits: RateLimits,
    private readonly settings: Settings,
    private readonly alerts: Alerts,
    private readonly former: FormerAddresses,
  ) {}

  /** @throws request.too-large */
  answer(request: FastifyRequest): MaybePromise<CallAnswer> {
    const { ofDevice, served } = request;
    if (!ofDevice) throw new DomainError(RequestErrors.notFound);
    const { route, device, topic } = ofDevice;
    bindTo(device, served);
    const message = readMessage({ ...ofDevice, url: request.url, body: bytesOf(request, route) });
    const call = { device, message, topic, requestId: request.id };
    return after(this.refusalOf(call, route), (refusal) =>
      refusal ? route.refuse?.(call, refusal) : route.answer(call),
    );
  }

  /** In the order of `control-id.md` 3: the body, `device_id`, the rate. */
  private refusalOf(call: ReceivedCall, route: DeviceRoute): MaybePromise<CallRefusal | undefined> {
    if (!call.message.isReadable && route.refuse) return 'VALIDATION_FAILED';
    if (this.isOfOther(call, route)) return 'WRONG_DEVICE';
    return after(this.mayCall(call, route), (may) => {
      if (!may) return 'BUSY';
      this.contacts.seen(call.device, signOf(call, route));
      if (route.limit === 'scans') this.former.scanned(call.device);
      return undefined;
    });
  }

  private isOfOther(call: ReceivedCall, route: DeviceRoute): boolean {
    const expected = call.device.settings.deviceId;
    if (expected === null) return false;
    const reported = reportedId(call);
    // Only of a scan the number is certain to come along.
    const isOther = reported === undefined ? route.limit === 'scans' : reported !== expected;
    if (isOther) this.reportWrongDevice(call, reported);
    return isOther;
  }

  private reportWrongDevice({ device }: ReceivedCall, reported: string | undefined): void {
    const { partnerId, gymId } = device;
    const came = reported === undefined ? 'no device_id' : `device_id ${reported.slice(0, 20)}`;
    const detail = `${came} came, ${device.settings.deviceId} is expected`;
    const code = 'control-id.wrong-device';
    this.alerts.report({ partnerId, gymId, code, object: alertObject(device), detail });
  }

  private mayCall({ device }: ReceivedCall, { limit }: DeviceRoute): MaybePromise<boolean> {
    const most = limit === 'scans' ? this.settings.rateLimitDoorPerMinute : OTHERS_PER_MINUTE;
    return this.limits.tryTake(`control-id ${device.partnerId} ${device.id} ${limit}`, most);
  }
}

/** Only a scan says that the device reaches us about people; its time is the one that can be compared. */
function signOf(call: ReceivedCall, { limit }: DeviceRoute): SignOfLife {
  const isScan = limit === 'scans';
  const time = isScan ? call.message.fields.get('time') : undefined;
  return { isScan, time, reportedId: reportedId(call) };
}

/** The number that the maker gave the device, as it calls itself. */
const reportedId = ({ message: { fields } }: ReceivedCall): string | undefined =>
  (fields.get('device_id') ?? fields.get('deviceId'))?.trim();

function bytesOf({ body }: FastifyRequest, { mostBytes, body: use }: DeviceRoute): Uint8Array {
  const { bytes } = body instanceof RawBody ? body : { bytes: NOTHING };
  if (bytes.length > mostBytes) throw new DomainError(RequestErrors.tooLarge);
  return use === 'read' ? bytes : NOTHING;
}
