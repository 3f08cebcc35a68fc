import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers } from '../../platform/worker/workers.js';
import type { OfDevice } from '../device-settings/control-id-device.js';
import { CommandsRepository } from './commands.repository.js';

const READ_EVERY_MS = 1_000;
/** What was read before that is no longer relied on. */
const FRESH_MS = 3_000;
/** So often it is written that a device fetches commands. */
const NOTED_EVERY_MS = 10_000;
/** A device that has not polled for so long is forgotten. */
const GONE_MS = 2 * NOTED_EVERY_MS;

/** A device that polls this process. Times are monotonic ms. */
interface PollingDevice {
  readonly device: OfDevice;
  polledAt: number;
  /** When it was last written that it fetches commands. */
  notedAt: number;
}

/**
 * Which devices have commands that were not carried out, read for all that poll this process together, every second: the
 * poll of a device without any costs no statement. What another replica queued is known here after at most that second.
 */
@Injectable()
export class DevicesWithCommands implements OnModuleInit {
  private readonly polling = new Map<number, PollingDevice>();
  /** Those that had no commands when they were last read. */
  private idle: ReadonlySet<number> = new Set();
  private readAt = -Infinity;
  /** Devices for which this process has queued something, and when. */
  private readonly queuedAt = new Map<number, number>();

  constructor(
    private readonly rows: CommandsRepository,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'control-id devices with commands',
      role: 'api',
      queue: null,
      everyMs: READ_EVERY_MS,
      run: () => this.read(),
    });
  }

  queued({ id }: OfDevice): void {
    this.queuedAt.set(id, performance.now());
  }

  /** Whether the poll of this device has to read its queue. */
  mustRead(device: OfDevice): boolean {
    const { id } = device;
    const at = performance.now();
    const known = this.polling.get(id);
    const isIdle = at - this.readAt < FRESH_MS && this.idle.has(id) && !this.queuedAt.has(id);
    if (known && isIdle) known.polledAt = at;
    else this.polling.set(id, { device, polledAt: at, notedAt: at });
    return !isIdle;
  }

  private async read(): Promise<number> {
    const begun = performance.now();
    for (const [id, { polledAt }] of this.polling)
      if (begun - polledAt > GONE_MS) this.polling.delete(id);
    const all = [...this.polling.values()];
    if (all.length === 0) return 0;
    const due = all.filter(
      ({ polledAt, notedAt }) => polledAt > notedAt && begun - notedAt > NOTED_EVERY_MS,
    );
    const open = new Set(await this.rows.withOpen(all.map(deviceOf), due.map(deviceOf)));
    for (const device of due) device.notedAt = begun;
    this.idle = new Set(all.map(({ device: { id } }) => id).filter((id) => !open.has(id)));
    this.readAt = begun;
    for (const [id, at] of this.queuedAt) if (at < begun) this.queuedAt.delete(id);
    return 0;
  }
}

const deviceOf = ({ device }: PollingDevice): OfDevice => device;
