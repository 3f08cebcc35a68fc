import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers, type WorkLoop } from '../../platform/worker/workers.js';
import { CallLimits } from '../../wellhub/index.js';
import { ValidationCalls } from './validation-calls.js';
import {
  VALIDATION_DUE_SINCE_SQL,
  ValidationLeasesRepository,
  type DueCheckIn,
} from './validation-leases.repository.js';

const POLL_EVERY_MS = 250;
const MOST_CALLS = 64;

/** Calls Wellhub for every check-in that is due. */
@Injectable()
export class ValidationWorker implements OnModuleInit {
  private loop: WorkLoop | undefined;

  constructor(
    private readonly workers: Workers,
    private readonly leases: ValidationLeasesRepository,
    private readonly calls: ValidationCalls,
    private readonly limits: CallLimits,
  ) {}

  onModuleInit(): void {
    this.loop = this.workers.add({
      name: 'check-in validation',
      role: 'worker',
      queue: { waitingSinceSql: VALIDATION_DUE_SINCE_SQL },
      everyMs: POLL_EVERY_MS,
      run: (stopping) => this.run(stopping),
    });
  }

  wake(): void {
    this.loop?.wake();
  }

  /** @returns how many calls it started; they continue while the next ones are polled */
  private async run(stopping: AbortSignal): Promise<number> {
    const free = MOST_CALLS - this.calls.count;
    if (free <= 0) return 0;
    const due = await this.leases.due(free);
    let started = 0;
    for (const checkIn of due) if (!stopping.aborted && (await this.call(checkIn))) started += 1;
    return started;
  }

  private async call(checkIn: DueCheckIn): Promise<boolean> {
    const slot = this.limits.take(checkIn.partnerId, checkIn.gymId);
    if (typeof slot === 'number') {
      // Postponed, so that a busy gym does not delay the others.
      await this.leases.postpone(checkIn, slot + Math.random());
      return false;
    }
    return (await this.calls.start({ ...checkIn, by: 'WORKER', slot })) !== undefined;
  }
}
