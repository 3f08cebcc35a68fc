import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers } from '../platform/worker/workers.js';
import { Inbox } from '../wellhub-inbox/index.js';
import { BookingIntake } from './booking-intake.js';
import { CallingWorker } from './booking-calls.worker.js';

const TYPES = ['booking-requested', 'booking-canceled', 'booking-late-canceled'];

/** Makes bookings of the events in the inbox. */
@Injectable()
export class BookingIntakeWorker implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly inbox: Inbox,
    private readonly intake: BookingIntake,
    private readonly calling: CallingWorker,
  ) {}

  onModuleInit(): void {
    const loop = this.workers.add({
      name: 'booking intake',
      role: 'worker',
      queue: this.inbox.queueOf(TYPES),
      everyMs: 500,
      run: () => this.run(),
    });
    this.inbox.onStored(TYPES, () => loop.wake());
  }

  private async run(): Promise<number> {
    const handled = await this.inbox.claimEach(TYPES, (queries, event) =>
      this.intake.take(queries, event),
    );
    if (handled > 0) this.calling.wake();
    return handled;
  }
}
