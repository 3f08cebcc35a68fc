import { performance } from 'node:perf_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { runOutsideRequests } from '../../platform/deadline/request-context.js';
import { alertObject, type ControlIdDevice } from '../device-settings/control-id-device.js';

const CODE = 'control-id.former-address';
/** Time enough for a person to act. */
const REPORTED_BEFORE_MS = 6 * 3_600_000;
const CLOSED_EVERY_MS = 60_000;

/**
 * A device may poll at its new address and scan at the one before, which another setting of it names: nothing else would
 * show that until the door refuses everyone.
 */
@Injectable()
export class FormerAddresses {
  private readonly logger = new Logger('control-id');
  /** When this process last closed the alert of a device. */
  private readonly closed = new Map<string, number>();

  constructor(private readonly alerts: Alerts) {}

  scanned(device: ControlIdDevice): void {
    const { formerUntil } = device;
    if (formerUntil !== undefined) this.report(device, formerUntil - performance.now());
    else if (device.wasMoved) this.close(device);
  }

  private report(device: ControlIdDevice, remainingMs: number): void {
    if (remainingMs > REPORTED_BEFORE_MS) return;
    const { partnerId, gymId } = device;
    const end = new Date(Date.now() + remainingMs).toISOString();
    const detail = `It still scans at the address before, which ends at ${end}`;
    this.closed.delete(keyOf(device));
    this.alerts.report({ partnerId, gymId, code: CODE, object: alertObject(device), detail });
  }

  private close(device: ControlIdDevice): void {
    const [key, now] = [keyOf(device), performance.now()];
    if (now < (this.closed.get(key) ?? -Infinity) + CLOSED_EVERY_MS) return;
    this.closed.set(key, now);
    runOutsideRequests(() => {
      this.alerts.close(device.partnerId, CODE, alertObject(device)).catch((error: unknown) => {
        this.closed.delete(key);
        this.logger.error({ msg: 'an alert could not be closed', code: CODE, err: error });
      });
    });
  }
}

const keyOf = ({ partnerId, id }: ControlIdDevice): string => `${partnerId}/${id}`;
