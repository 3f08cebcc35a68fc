import { invalid } from '../../platform/errors/request-errors.js';
import { OneOf, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { REASON_CATEGORIES } from '../../wellhub/index.js';
import { BOOKING_STATES, type Booking } from '../booking.js';
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

export class BookingDto {
  static from(row: Booking) {
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
  static from(row: Slot) {
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
  static from(row: ListedSlot) {
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
