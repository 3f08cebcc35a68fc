import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers } from '../../platform/worker/workers.js';
import { HANDLED_TOGETHER, Inbox } from '../../wellhub-inbox/index.js';
import { CheckInIntake } from './check-in-intake.js';
import { ValidationWorker } from '../validation/validation.worker.js';

/** Events that come one by one are handled in batches. */
const REST = { ms: 50, full: HANDLED_TOGETHER };
const TYPES = ['checkin', 'checkin-booking-occurred'];

/** Makes check-ins of the events in the inbox. */
@Injectable()
export class CheckInIntakeWorker implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly inbox: Inbox,
    private readonly intake: CheckInIntake,
    private readonly validation: ValidationWorker,
  ) {}

  onModuleInit(): void {
    const loop = this.workers.add({
      name: 'check-in intake',
      role: 'worker',
      queue: this.inbox.queueOf(TYPES),
      everyMs: 500,
      rest: REST,
      run: () => this.run(),
    });
    this.inbox.onStored(TYPES, () => loop.wake());
  }

  /** One batch. @returns how many events it settled */
  async run(): Promise<number> {
    const handled = await this.inbox.claimEach(
      TYPES,
      (queries, event) => this.intake.take(queries, event),
      (queries, events) => this.intake.takeTogether(queries, events),
    );
    if (handled > 0) this.validation.wake();
    return handled;
  }
}
