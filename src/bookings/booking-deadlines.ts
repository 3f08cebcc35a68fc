import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GymErrors, Gyms } from '../partners/index.js';
import { Alerts } from '../platform/alerts/alerts.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Workers } from '../platform/worker/workers.js';
import { CallingWorker } from './booking-calls.worker.js';
import {
  BookingDecisionsRepository,
  UNDECIDED_SINCE_SQL,
  type Undecided,
} from './decisions.repository.js';
import { Seats } from './seats.js';

const POLL_EVERY_MS = 1_000;
const AT_ONCE = 100;

/** What time decides: the gym's default at 12 minutes, the end at 15 (W-61). */
@Injectable()
export class BookingDeadlines {
  constructor(
    private readonly db: Database,
    private readonly rows: BookingDecisionsRepository,
    private readonly gyms: Gyms,
    private readonly seats: Seats,
    private readonly alerts: Alerts,
  ) {}

  /** @returns how many bookings were decided by their gym's setting */
  async decideByDefault(): Promise<number> {
    const undecided = await this.rows.undecided(AT_ONCE);
    for (const booking of undecided) {
      const status = await this.defaultOf(booking);
      const reasonCategory = status === 'REJECTED' ? 'TECHNICAL_ERROR' : null;
      const decision = { status, reasonCategory, reason: null, isCounted: false };
      await this.rows.decide(this.db, booking.partnerId, booking.id, decision);
    }
    return undecided.length;
  }

  /** One transaction each, so that no two wait for each other's slots. @returns how many ended unconfirmed */
  async end(): Promise<number> {
    let ended = 0;
    while (ended < AT_ONCE && (await this.endOne())) ended += 1;
    return ended;
  }

  /** A repeat or a cancellation by the gym that Wellhub never answered: raises an alert. */
  async abandon(): Promise<void> {
    for (const { partnerId, id, gymId, decision } of await this.rows.abandon()) {
      const detail = `Wellhub gave no answer to ${decision} in time`;
      const alert = { partnerId, code: 'booking.refused', object: `booking/${id}`, gymId, detail };
      await this.alerts.raise(alert);
    }
  }

  private endOne(): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const [late] = await this.rows.late(tx, 1);
      if (!late) return false;
      if (late.holdsSeat) await this.seats.free(tx, late);
      await this.rows.autoReject(tx, late);
      return true;
    });
  }

  private async defaultOf({ partnerId, gymId }: Undecided): Promise<'RESERVED' | 'REJECTED'> {
    try {
      return (await this.gyms.get(partnerId, gymId)).bookingDefaultDecision;
    } catch (error) {
      if (error instanceof DomainError && error.is(GymErrors.notFound)) return 'REJECTED';
      throw error;
    }
  }
}

@Injectable()
export class BookingDeadlineWorker implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly deadlines: BookingDeadlines,
    private readonly calling: CallingWorker,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'booking deadlines',
      role: 'worker',
      queue: { waitingSinceSql: UNDECIDED_SINCE_SQL },
      everyMs: POLL_EVERY_MS,
      run: () => this.run(),
    });
  }

  private async run(): Promise<number> {
    await this.deadlines.abandon();
    const handled = (await this.deadlines.decideByDefault()) + (await this.deadlines.end());
    if (handled > 0) this.calling.wake();
    return handled;
  }
}
