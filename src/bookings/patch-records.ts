import { Injectable } from '@nestjs/common';
import { Alerts } from '../platform/alerts/alerts.js';
import { Database, type Queries } from '../platform/database/database.js';
import { secondsUntilRetry, type Leased, type PatchAnswer } from '../wellhub/index.js';
import type { Booking } from './booking.js';
import { CONFIRMED } from './decisions.repository.js';
import { judgePatch, type PatchVerdict } from './patch-rule.js';
import { PatchesRepository } from './patches.repository.js';
import { Seats } from './seats.js';

const MAY_BECOME: Readonly<Record<NonNullable<Booking['decision']>, readonly string[]>> = {
  RESERVED: ['REQUESTED', 'RESERVED'],
  REJECTED: ['REQUESTED', 'REJECTED'],
  CANCELLED_BY_GYM: ['RESERVED'],
};

/** Records Wellhub's answer to a decision: once, with the place it takes or frees. */
@Injectable()
export class PatchRecords {
  constructor(
    private readonly db: Database,
    private readonly rows: PatchesRepository,
    private readonly seats: Seats,
    private readonly alerts: Alerts,
  ) {}

  /** The call could not be made yet. */
  postpone(lease: Leased<Booking>, seconds: number): Promise<void> {
    return this.rows.postpone(lease, seconds);
  }

  async record(lease: Leased<Booking>, answer: PatchAnswer): Promise<void> {
    await this.db.transaction(async (tx) => {
      const booking = await this.rows.lock(tx, lease);
      if (!booking) return;
      const { decision, state } = booking;
      const isStill = decision === lease.decision && decision !== null;
      if (!isStill || !MAY_BECOME[decision].includes(state)) return this.rows.release(tx, booking);
      await this.apply(tx, { ...booking, decision }, answer);
    });
  }

  private async apply(
    tx: Queries,
    booking: Booking & { decision: NonNullable<Booking['decision']> },
    answer: PatchAnswer,
  ): Promise<void> {
    const verdict = judgePatch(answer, booking);
    const state = stateAfter(booking, verdict);
    if (state !== booking.state) await this.settle(tx, booking, state);
    await this.rows.record(tx, booking, {
      state,
      holdsSeat: state === booking.state ? booking.holdsSeat : state === 'RESERVED',
      retrySeconds: verdict === 'again' ? secondsUntilRetry({ ...booking, ...answer }) : null,
      status: answer.status ?? null,
      key: 'key' in answer ? (answer.key ?? null) : null,
    });
    if (verdict === 'stuck-unknown' || verdict === 'stuck-refused')
      await this.raise(tx, booking, { verdict, answer });
  }

  private settle(tx: Queries, booking: Booking, state: Booking['state']): Promise<void> {
    return state === 'RESERVED' ? this.seats.take(tx, booking) : this.seats.free(tx, booking);
  }

  private raise(
    tx: Queries,
    { partnerId, id, gymId, decision }: Booking,
    { verdict, answer }: { verdict: PatchVerdict; answer: PatchAnswer },
  ): Promise<void> {
    const code = verdict === 'stuck-unknown' ? 'booking.unknown-to-wellhub' : 'booking.refused';
    const key = 'key' in answer && answer.key !== undefined ? ` ${answer.key}` : '';
    const detail = `Wellhub answered ${answer.status}${key} to ${decision}`;
    return this.alerts.raise({ partnerId, code, object: `booking/${id}`, gymId, detail }, tx);
  }
}

function stateAfter(
  { decision, state }: Booking & { decision: NonNullable<Booking['decision']> },
  verdict: PatchVerdict,
): Booking['state'] {
  if (verdict === 'confirmed') return CONFIRMED[decision];
  return verdict === 'turned-down' ? 'REJECTED' : state;
}
