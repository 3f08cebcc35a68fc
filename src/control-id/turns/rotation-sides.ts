import { Injectable } from '@nestjs/common';
import { ContactsRepository, type DeviceOfGym } from '../contact/contacts.repository.js';
import { DeviceSettingsRepository } from '../device-settings/device-settings.repository.js';
import type { ReportedRotation } from './rotation-report.js';

/** Which side of a turnstile is "in": what its owner has said, and what they go by. */
@Injectable()
export class RotationSides {
  constructor(
    private readonly settings: DeviceSettingsRepository,
    private readonly contacts: ContactsRepository,
  ) {}

  /** Undefined while the owner has not said which side is which. The side is shown to them. */
  async isEntry(
    device: DeviceOfGym,
    name: ReportedRotation['name'],
    at: Date,
  ): Promise<boolean | undefined> {
    if (name === 'GIVE_UP') return undefined;
    await this.contacts.noteRotation(device, name, at);
    const { partnerId, id } = device;
    const entry = (await this.settings.of(partnerId, [id])).get(id)?.entryTurnEvent ?? null;
    return entry === null ? undefined : name === entry;
  }
}
