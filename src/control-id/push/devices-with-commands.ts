import { performance } from 'node:perf_hooks';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers } from '../../platform/worker/workers.js';
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
  /** When each device last read its queue through this process. */
  private readonly checkedAt = new Map<number, number>();

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

  queued({ id }: { readonly id: number }): void {
    this.queuedAt.set(id, performance.now());
  }

  /** Whether the poll of this device has to read its queue. */
  mustRead({ id }: { readonly id: number }): boolean {
    const now = performance.now();
    const isKnownEmpty =
      now - this.readAt < FRESH_MS &&
      now - (this.checkedAt.get(id) ?? -Infinity) < CHECKED_EVERY_MS &&
      !this.ids.has(id) &&
      !this.queuedAt.has(id);
    if (!isKnownEmpty) this.checkedAt.set(id, now);
    return !isKnownEmpty;
  }

  private async read(): Promise<number> {
    const at = performance.now();
    for (const [id, checkedAt] of this.checkedAt)
      if (at - checkedAt > 2 * CHECKED_EVERY_MS) this.checkedAt.delete(id);
    if (this.checkedAt.size === 0) return 0;
    this.ids = new Set(await this.rows.devicesWithOpen());
    this.readAt = at;
    for (const [id, queuedAt] of this.queuedAt) if (queuedAt < at) this.queuedAt.delete(id);
    return 0;
  }
}
