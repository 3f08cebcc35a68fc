import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import type { Queries } from '../../platform/database/database.js';
import { alertObject } from '../device-settings/control-id-device.js';
import {
  ContactsRepository,
  type DeviceOfGym,
  type SilentDevice,
  type WrittenContact,
} from './contacts.repository.js';

/** A clock within this of ours is right. */
const RIGHT_SECONDS = 120;

/** What a person must know about a device and its line. */
@Injectable()
export class ContactAlerts {
  constructor(
    private readonly alerts: Alerts,
    private readonly rows: ContactsRepository,
  ) {}

  async follow(device: DeviceOfGym, contact: WrittenContact): Promise<void> {
    if (contact.wasSilent) await this.callsAgain(device);
    if (contact.leftContingency) await this.online(device);
    if (contact.clockMoved) await this.clockMoved(device, contact);
  }

  /** The alert is closed first: when that fails, the next call does it. */
  async callsAgain({ partnerId, id }: Pick<DeviceOfGym, 'partnerId' | 'id'>): Promise<void> {
    await this.alerts.close(partnerId, 'control-id.silent', alertObject({ id }));
    await this.rows.callsAgain(partnerId, id);
  }

  async silent(queries: Queries, { partnerId, deviceId: id, gymId, lastSeenAt }: SilentDevice) {
    const code = 'control-id.silent';
    const detail = `Last heard of at ${lastSeenAt.toISOString()}`;
    await this.alerts.raise(
      { partnerId, code, object: alertObject({ id }), gymId, detail },
      queries,
    );
  }

  async contingency(queries: Queries, { partnerId, id, gymId }: DeviceOfGym): Promise<void> {
    const code = 'control-id.contingency';
    const detail = 'The device decides alone: it does not reach this server';
    await this.alerts.raise(
      { partnerId, code, object: alertObject({ id }), gymId, detail },
      queries,
    );
  }

  async online({ partnerId, id }: Pick<DeviceOfGym, 'partnerId' | 'id'>): Promise<void> {
    await this.alerts.close(partnerId, 'control-id.contingency', alertObject({ id }));
  }

  async exceptionMode(queries: Queries, { partnerId, id, gymId }: DeviceOfGym, mode: string) {
    const code = 'control-id.exception-mode';
    const detail = `The device reports the mode ${mode}: it may let everybody through, or nobody`;
    await this.alerts.raise(
      { partnerId, code, object: alertObject({ id }), gymId, detail },
      queries,
    );
  }

  async noExceptionMode({ partnerId, id }: DeviceOfGym): Promise<void> {
    await this.alerts.close(partnerId, 'control-id.exception-mode', alertObject({ id }));
  }

  private async clockMoved(
    { partnerId, id, gymId }: DeviceOfGym,
    { skewBefore, skewSeconds }: WrittenContact,
  ): Promise<void> {
    const code = 'control-id.clock';
    const object = alertObject({ id });
    if (Math.abs(skewSeconds ?? 0) <= RIGHT_SECONDS)
      return this.alerts.close(partnerId, code, object);
    const detail = `The clock was ${skewBefore} s ahead of ours and is ${skewSeconds} s ahead now`;
    await this.alerts.raise({ partnerId, code, object, gymId, detail });
  }
}
