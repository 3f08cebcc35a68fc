import { Injectable } from '@nestjs/common';
import type { MaybePromise } from '../../platform/deadline/maybe-promise.js';
import { DeviceSecrets, SECRET_PLACE } from '../address/device-secrets.js';
import { Contacts } from '../contact/contacts.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';
import { CommandsRepository } from './commands.repository.js';
import { DevicesWithCommands } from './devices-with-commands.js';

/** What waits for a device, in the form in which it is handed out. */
@Injectable()
export class WaitingCommands {
  constructor(
    private readonly rows: CommandsRepository,
    private readonly secrets: DeviceSecrets,
    private readonly contacts: Contacts,
    private readonly devices: DevicesWithCommands,
  ) {}

  /** @param uuid of the poll @returns undefined when nothing waits */
  next(device: ControlIdDevice, uuid: string | null): MaybePromise<string | undefined> {
    this.contacts.seen(device, { isPoll: true });
    return this.devices.mustRead(device) ? this.handOut(device, uuid) : undefined;
  }

  private async handOut(device: ControlIdDevice, uuid: string | null): Promise<string | undefined> {
    const command = await this.rows.handOut(device, uuid);
    if (!command) return undefined;
    const { endpoint, body } = command;
    const text = JSON.stringify({ verb: 'POST', endpoint, body, contentType: 'application/json' });
    if (!text.includes(SECRET_PLACE)) return text;
    return text.replaceAll(SECRET_PLACE, await this.secrets.read(device));
  }
}
