import { Injectable } from '@nestjs/common';
import { Outbox } from '../event-webhooks/index.js';
import type { Queries } from '../platform/database/database.js';
import type { Handled, InboxEvent } from '../wellhub-inbox/index.js';
import { bookingEvent } from './booking-events.js';
import { bookingPayload, type BookingPayload } from './booking-payload.js';
import { BookingPeople } from './booking-people.js';
import type { Booking } from './booking.js';
import { BookingsRepository } from './bookings.repository.js';
import { Seats } from './seats.js';

interface BookingArrival {
  readonly partnerId: string;
  readonly gymId: number;
  readonly payload: BookingPayload;
}

/** A booking that ended by the person or by the gym stays as it ended. */
const CANCELED = new Set(['CANCELED', 'LATE_CANCELED', 'CANCELED_BY_GYM']);

/** What a booking event does, in whatever order the events come (W-40, W-60, W-62, W-64). */
@Injectable()
export class BookingIntake {
  constructor(
    private readonly rows: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly seats: Seats,
    private readonly outbox: Outbox,
  ) {}

  /** Runs in the transaction that settles the inbox event. */
  async take(queries: Queries, event: InboxEvent): Promise<Handled> {
    const { gym, partnerId, receivedAt, body } = event;
    if (!gym) return { dead: 'no-gym' };
    const payload = body.kind === 'booking' && bookingPayload(body, receivedAt);
    if (!payload) return { dead: 'no-booking' };
    const known = await this.rows.lock(queries, partnerId, payload.bookingNumber);
    const arrival = { partnerId, gymId: gym.id, payload };
    const state = body.type === 'booking-canceled' ? 'CANCELED' : 'LATE_CANCELED';
    const { id } =
      body.type === 'booking-requested'
        ? await this.request(queries, arrival, known)
        : await this.cancel(queries, arrival, { known, state });
    return { result: { kind: 'BOOKING', id } };
  }

  private async request(
    queries: Queries,
    arrival: BookingArrival,
    known: Booking | undefined,
  ): Promise<Booking> {
    if (known?.requestedAt === null) await this.rows.noteRequest(queries, known, arrival.payload);
    else if (known) await this.rows.repeat(queries, known);
    if (known) return known;
    const booking = await this.insert(queries, arrival, 'REQUESTED');
    await this.outbox.add(queries, bookingEvent('REQUESTED', booking));
    return booking;
  }

  private async cancel(
    queries: Queries,
    arrival: BookingArrival,
    { known, state }: { known: Booking | undefined; state: 'CANCELED' | 'LATE_CANCELED' },
  ): Promise<Booking> {
    if (known && CANCELED.has(known.state)) return known;
    if (known) await this.seats.free(queries, known);
    const booking = known
      ? await this.rows.changeState(queries, known, state, false)
      : await this.insert(queries, arrival, state);
    if (!known) await this.seats.free(queries, booking);
    await this.outbox.add(queries, bookingEvent(state, booking));
    return booking;
  }

  private async insert(
    queries: Queries,
    { partnerId, gymId, payload }: BookingArrival,
    state: Booking['state'],
  ): Promise<Booking> {
    const customerId = await this.people.find(queries, partnerId, payload);
    return this.rows.insert(queries, { partnerId, gymId, customerId }, payload, state);
  }
}
