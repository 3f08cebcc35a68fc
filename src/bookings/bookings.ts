import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { slotOf, type Booking, type SlotKey } from './booking.js';
import { BookingErrors } from './bookings.errors.js';
import { BookingsRepository, type BookingFilter } from './bookings.repository.js';
import { CallingWorker } from './booking-calls.worker.js';
import {
  CONFIRMED,
  BookingDecisionsRepository,
  type BookingDecision,
} from './decisions.repository.js';
import {
  SlotsRepository,
  type ListedSlot,
  type Slot,
  type SlotPage,
  type Totals,
} from './slots.repository.js';

export type PartnersDecision = Omit<BookingDecision, 'isCounted'> & {
  /** The slot's number once this decision counts. */
  readonly totals: Totals | undefined;
};

/** What the partner does with bookings; the worker notifies Wellhub. */
@Injectable()
export class Bookings {
  constructor(
    private readonly db: Database,
    private readonly rows: BookingsRepository,
    private readonly decisions: BookingDecisionsRepository,
    private readonly slots: SlotsRepository,
    private readonly calling: CallingWorker,
  ) {}

  list(partnerId: string, filter: BookingFilter): Promise<Booking[]> {
    return this.rows.list(partnerId, filter);
  }

  /** @throws booking.not-found */
  async get(partnerId: string, id: number): Promise<Booking> {
    const booking = await this.rows.find(partnerId, id);
    if (!booking) throw new DomainError(BookingErrors.notFound);
    return booking;
  }

  /** The same decision again changes nothing. @throws booking.not-found, booking.not-open, booking.decided */
  async decide(partnerId: string, id: number, order: PartnersDecision): Promise<Booking> {
    const before = await this.get(partnerId, id);
    const slot = slotOf(before);
    const isCounted = order.totals !== undefined && slot !== undefined;
    const decided = await this.db.transaction(async (tx) => {
      const booking = await this.decisions.decide(tx, partnerId, id, { ...order, isCounted });
      if (booking && slot && order.totals) await this.slots.count(tx, slot, order.totals, false);
      return booking;
    });
    if (!decided) return this.alreadyDecided(partnerId, id, order.status);
    this.calling.wake();
    return decided;
  }

  /** The gym cancels a reserved place. @throws booking.not-found, booking.not-reserved */
  async cancel(partnerId: string, id: number): Promise<Booking> {
    const canceled = await this.decisions.cancel(partnerId, id);
    if (canceled) {
      this.calling.wake();
      return canceled;
    }
    const booking = await this.get(partnerId, id);
    if (booking.decision === 'CANCELLED_BY_GYM') return booking;
    throw new DomainError(BookingErrors.notReserved);
  }

  /** The last change first. */
  slotsOf(gym: Pick<SlotKey, 'partnerId' | 'gymId'>, page: SlotPage): Promise<ListedSlot[]> {
    return this.slots.list(gym, page);
  }

  /** The partner's number of a slot; Wellhub is notified at once. */
  async count(slot: SlotKey, totals: Totals): Promise<Slot> {
    const counted = await this.slots.count(this.db, slot, totals, true);
    this.calling.wake();
    return counted;
  }

  private async alreadyDecided(
    partnerId: string,
    id: number,
    status: BookingDecision['status'],
  ): Promise<Booking> {
    const booking = await this.get(partnerId, id);
    const isPending = booking.state === 'REQUESTED' && booking.nextAttemptAt !== null;
    const isSame = booking.decision === status;
    if (isSame && (isPending || booking.state === CONFIRMED[status])) return booking;
    throw new DomainError(
      isPending || isConfirmed(booking) ? BookingErrors.decided : BookingErrors.notOpen,
    );
  }
}

const isConfirmed = ({ state }: Booking) => state === 'RESERVED' || state === 'REJECTED';
