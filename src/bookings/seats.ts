import { Injectable } from '@nestjs/common';
import type { Queries } from '../platform/database/database.js';
import { slotOf, type Booking } from './booking.js';
import { SlotsRepository } from './slots.repository.js';

/** The place of a booking in the number of its slot; it is taken once and freed once (W-62, W-64). */
@Injectable()
export class Seats {
  constructor(private readonly slots: SlotsRepository) {}

  async take(queries: Queries, booking: Booking): Promise<void> {
    await this.adjustBooked(queries, booking, booking.holdsSeat ? 0 : 1, booking.decidedAt);
  }

  async free(queries: Queries, booking: Booking): Promise<void> {
    await this.adjustBooked(queries, booking, booking.holdsSeat ? -1 : 0, null);
  }

  private async adjustBooked(
    queries: Queries,
    booking: Booking,
    delta: -1 | 0 | 1,
    decidedAt: Date | null,
  ): Promise<void> {
    const slot = slotOf(booking);
    if (slot) await this.slots.adjustBooked(queries, slot, delta, decidedAt);
  }
}
