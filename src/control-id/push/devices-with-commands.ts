import { performance } from 'node:perf_hooks';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers } from '../../platform/worker/workers.js';
import type { OfDevice } from '../device-settings/control-id-device.js';
import { CommandsRepository } from './commands.repository.js';

const READ_EVERY_MS = 1_000;
/** What was read before that is no longer relied on. */
const FRESH_MS = 3_000;
/** So often each device reads its queue in any case, which also shows that it fetches commands. */
const CHECKED_EVERY_MS = 10_000;

/**
 * Which devices have commands that were not carried out, read for all of them together every second: the poll of a
 * device without any costs no statement. What another replica queued is known here after at most that second.
 */
@Injectable()
export class DevicesWithCommands implements OnModuleInit {
  private ids: ReadonlySet<number> = new Set();
  private readAt = -Infinity;
  /** Devices for which this process has queued something, and when. */
  private readonly queuedAt = new Map<number, number>();
  /** The devices that poll this process, and when each last read its queue. */
  private readonly checked = new Map<number, { readonly device: OfDevice; readonly at: number }>();

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
    const isKnownEmpty =
      at - this.readAt < FRESH_MS &&
      at - (this.checked.get(id)?.at ?? -Infinity) < CHECKED_EVERY_MS &&
      !this.ids.has(id) &&
      !this.queuedAt.has(id);
    if (!isKnownEmpty) this.checked.set(id, { device, at });
    return !isKnownEmpty;
  }

  private async read(): Promise<number> {
    const begun = performance.now();
    for (const [id, { at }] of this.checked)
      if (begun - at > 2 * CHECKED_EVERY_MS) this.checked.delete(id);
    const devices = [...this.checked.values()].map(({ device }) => device);
    if (devices.length === 0) return 0;
    this.ids = new Set(await this.rows.withOpen(devices));
    this.readAt = begun;
    for (const [id, at] of this.queuedAt) if (at < begun) this.queuedAt.delete(id);
    return 0;
  }
}
