import { Injectable } from '@nestjs/common';
import type { Device } from '../../gate/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { DeviceAddresses } from '../address/device-addresses.js';
import {
  actionOf,
  completed,
  type ControlIdSettings,
} from '../device-settings/control-id-settings.js';
import { DeviceSettingsRepository } from '../device-settings/device-settings.repository.js';
import type { DeviceCommand } from '../push/command.js';
import { CommandErrors } from '../push/command.errors.js';
import { Commands } from '../push/commands.js';
import { movedServer, remoteConfigurations } from '../setup/device-configuration.js';

/** A door never opens later than this after a person wanted it. */
const OPEN_WITHIN_SECONDS = 30;
/** What people do with a device from afar: the commands that it fetches. */
@Injectable()
export class RemoteControl {
  constructor(
    private readonly commands: Commands,
    private readonly chosen: DeviceSettingsRepository,
    private readonly addresses: DeviceAddresses,
  ) {}

  /** @throws device.not-polling, device.queue-full */
  async open(device: Device, way: 'IN' | 'OUT'): Promise<DeviceCommand> {
    if (!device.active || !(await this.commands.isFetching(device)))
      throw new DomainError(CommandErrors.notPolling);
    const [command] = await this.commands.add(device, {
      kind: 'OPEN',
      endpoint: 'execute_actions',
      body: { actions: [actionOf(await this.settingsOf(device), way)] },
      expiresInSeconds: OPEN_WITHIN_SECONDS,
    });
    return command as DeviceCommand;
  }

  /** Sets it up again, as far as that needs no log-in at the device. @throws device.queue-full */
  async apply(device: Device): Promise<DeviceCommand[]> {
    const settings = await this.settingsOf(device);
    const address = this.addresses.withoutSecret();
    const calls = remoteConfigurations({ settings, address }).map((body) => ({
      endpoint: 'set_configuration',
      body,
    }));
    const moves = (await this.addresses.formerUntil(device)) !== null;
    const move = { endpoint: 'modify_objects', body: movedServer(address) };
    const all = moves ? [move, ...calls] : calls;
    return this.commands.add(
      device,
      ...all.map((call) => ({ kind: 'SETTINGS' as const, ...call })),
    );
  }

  private async settingsOf({ partnerId, id }: Device): Promise<ControlIdSettings> {
    return completed((await this.chosen.of(partnerId, [id])).get(id) ?? {});
  }
}
