import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers } from '../../platform/worker/workers.js';
import { Deadlines } from './deadlines.js';
import { DEADLINE_DUE_SINCE_SQL } from './deadlines.repository.js';

const POLL_EVERY_MS = 1_000;
const LIMIT = 100;

@Injectable()
export class CheckInDeadlineWorker implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly deadlines: Deadlines,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'check-in deadlines',
      role: 'worker',
      queue: { waitingSinceSql: DEADLINE_DUE_SINCE_SQL },
      everyMs: POLL_EVERY_MS,
      run: () => this.deadlines.processDue(LIMIT),
    });
  }
}
