import { invalid } from '../../platform/errors/request-errors.js';
import { Answer } from '../../platform/http/answer-fields.js';
import { OneOf, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { REASON_CATEGORIES, type BookingStatus } from '../../wellhub/index.js';
import { BOOKING_STATES, type Booking, type BookingState } from '../booking.js';
import type { PartnersDecision } from '../bookings.js';
import type { ListedSlot, Slot, Totals } from '../slots.repository.js';

const MOST_PLACES = 1_000_000;

export class BookingsQuery extends PageQuery {
  @OneOf(BOOKING_STATES, { optional: true })
  state?: string;
}

export class BookingDecisionDto {
  @OneOf(['RESERVED', 'REJECTED'])
  status!: 'RESERVED' | 'REJECTED';

  @OneOf(REASON_CATEGORIES, { optional: true })
  reasonCategory?: string;

  @Text({ optional: true, max: 255 })
  reason?: string;

  @Whole({
    optional: true,
    max: MOST_PLACES,
    description: 'The number of the slot, this place included',
  })
  totalBooked?: number;

  @Whole({ optional: true, max: MOST_PLACES, description: 'Only together with totalBooked' })
  totalCapacity?: number;

  toCommand(): PartnersDecision {
    const { status, reasonCategory, reason, totalBooked, totalCapacity } = this;
    if (totalCapacity !== undefined && totalBooked === undefined)
      throw invalid({ path: 'totalCapacity', detail: 'needs totalBooked beside it' });
    const totals =
      totalBooked === undefined ? undefined : { totalBooked, totalCapacity: totalCapacity ?? null };
    return { status, reasonCategory: reasonCategory ?? null, reason: reason ?? null, totals };
  }
}

const DECISIONS = ['RESERVED', 'REJECTED', 'CANCELLED_BY_GYM'] as const;

export class BookingDto {
  @Answer.id()
  id!: number;

  @Answer.id()
  gymId!: number;

  @Answer.id()
  customerId!: number;

  @Answer.text('Of the Wellhub user')
  gympassId!: string;

  @Answer.text('Wellhub’s number of the booking')
  bookingNumber!: string;

  @Answer.text('Wellhub’s id of the class', { nullable: true })
  classId!: string | null;

  @Answer.text('Wellhub’s id of its slot', { nullable: true })
  slotId!: string | null;

  @Answer.oneOf(BOOKING_STATES, 'AUTO_REJECTED: it was not decided in time')
  state!: BookingState;

  @Answer.instant('When the user requested it', { nullable: true })
  requestedAt!: Date | null;

  @Answer.instant('Until when it can be decided', { nullable: true })
  decideBefore!: Date | null;

  @Answer.oneOf(DECISIONS, 'What Wellhub is told', { nullable: true })
  decision!: BookingStatus | null;

  @Answer.instant(undefined, { nullable: true })
  decidedAt!: Date | null;

  @Answer.text('Why it was rejected, in a word of Wellhub’s', { nullable: true })
  reasonCategory!: string | null;

  @Answer.text('Why it was rejected, for people', { nullable: true })
  reason!: string | null;

  @Answer.whole('Calls to Wellhub that told the decision')
  attempts!: number;

  @Answer.whole('HTTP status of Wellhub’s last answer', { nullable: true })
  lastStatus!: number | null;

  @Answer.text('The key of Wellhub’s last answer', { nullable: true })
  lastKey!: string | null;

  @Answer.instant()
  createdAt!: Date;

  static from(row: Booking): BookingDto {
    return {
      id: row.id,
      gymId: row.gymId,
      customerId: row.customerId,
      gympassId: row.wellhubId,
      bookingNumber: row.bookingNumber,
      classId: row.classId,
      slotId: row.slotId,
      state: row.state,
      requestedAt: row.requestedAt,
      decideBefore: row.decideBefore,
      decision: row.decision,
      decidedAt: row.decidedAt,
      reasonCategory: row.reasonCategory,
      reason: row.reason,
      attempts: row.attempts,
      lastStatus: row.lastStatus,
      lastKey: row.lastKey,
      createdAt: row.createdAt,
    };
  }
}

export class SlotDto {
  @Whole({ max: MOST_PLACES })
  totalBooked!: number;

  @Whole({ optional: true, max: MOST_PLACES })
  totalCapacity?: number;

  toCommand(): Totals {
    return { totalBooked: this.totalBooked, totalCapacity: this.totalCapacity ?? null };
  }
}

export class ShownSlotDto {
  @Answer.id()
  gymId!: number;

  @Answer.text('Wellhub’s id of the class')
  classId!: string;

  @Answer.text('Wellhub’s id of the slot')
  slotId!: string;

  @Answer.whole('Places that are taken')
  totalBooked!: number;

  @Answer.whole(undefined, { nullable: true })
  totalCapacity!: number | null;

  @Answer.instant('When the number was set')
  countedAt!: Date;

  static from(row: Slot): ShownSlotDto {
    return {
      gymId: row.gymId,
      classId: row.classId,
      slotId: row.slotId,
      totalBooked: row.totalBooked,
      totalCapacity: row.totalCapacity,
      countedAt: row.countedAt,
    };
  }
}

/** With what became of the requests for it. */
export class ListedSlotDto {
  @Answer.id()
  gymId!: number;

  @Answer.text('Wellhub’s id of the class')
  classId!: string;

  @Answer.text('Wellhub’s id of the slot')
  slotId!: string;

  @Answer.whole('Places that are taken; null while no number was set', { nullable: true })
  totalBooked!: number | null;

  @Answer.whole(undefined, { nullable: true })
  totalCapacity!: number | null;

  @Answer.instant('When the number was set', { nullable: true })
  countedAt!: Date | null;

  @Answer.flag('Whether Wellhub has the number; null while there is none', { nullable: true })
  isSent!: boolean | null;

  @Answer.whole('Requests that wait for a decision')
  requested!: number;

  @Answer.whole('Requests that have a place')
  reserved!: number;

  @Answer.instant()
  changedAt!: Date;

  static from(row: ListedSlot): ListedSlotDto {
    return {
      gymId: row.gymId,
      classId: row.classId,
      slotId: row.slotId,
      totalBooked: row.totalBooked,
      totalCapacity: row.totalCapacity,
      countedAt: row.countedAt,
      isSent: row.isSent,
      requested: row.requested,
      reserved: row.reserved,
      changedAt: row.changedAt,
    };
  }
}
