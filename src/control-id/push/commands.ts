import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Workers } from '../../platform/worker/workers.js';
import { alertObject, type OfDevice } from '../device-settings/control-id-device.js';
import { MOST_WAITING, type DeviceCommand, type NewCommand } from './command.js';
import { CommandErrors } from './command.errors.js';
import { CommandsRepository } from './commands.repository.js';
import { DevicesWithCommands } from './devices-with-commands.js';

const SETTLED_EVERY_MS = 5_000;
const FAILED = 'control-id.command-failed';

interface DeviceOfGym extends OfDevice {
  readonly gymId: number;
}

/** What waits for a device until it fetches it, and what became of it. */
@Injectable()
export class Commands implements OnModuleInit {
  constructor(
    private readonly rows: CommandsRepository,
    private readonly workers: Workers,
    private readonly alerts: Alerts,
    private readonly waiting: DevicesWithCommands,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'control-id commands',
      role: 'worker',
      queue: null,
      everyMs: SETTLED_EVERY_MS,
      run: () => this.settle(),
    });
  }

  /** All of them, in this order, or none. @throws device.queue-full */
  async add(device: OfDevice, ...commands: readonly NewCommand[]): Promise<DeviceCommand[]> {
    const added = await this.rows.add(device, commands, MOST_WAITING);
    if (!added) throw new DomainError(CommandErrors.queueFull);
    this.waiting.queued(device);
    return added;
  }

  isFetching(device: OfDevice): Promise<boolean> {
    return this.rows.isFetching(device);
  }

  /** A person must know that a device is not set up as it is shown here. */
  async reportFailure({ partnerId, id, gymId }: DeviceOfGym, detail: string): Promise<void> {
    const object = alertObject({ id });
    await this.alerts.raise({ partnerId, gymId, code: FAILED, object, detail });
  }

  /** A later one went well. */
  async reportSuccess({ partnerId, id }: OfDevice): Promise<void> {
    await this.alerts.close(partnerId, FAILED, alertObject({ id }));
  }

  private async settle(): Promise<number> {
    const settled = await this.rows.settle();
    for (const { partnerId, gymId, deviceId: id, kind, state } of settled)
      if (kind === 'SETTINGS' && state === 'FAILED')
        await this.reportFailure({ partnerId, gymId, id }, 'the device did not answer');
    return settled.length;
  }
}
