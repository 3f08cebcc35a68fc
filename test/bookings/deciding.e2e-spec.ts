import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { aWhile, BookingWorld } from './booking-stage.js';

describe('a booking', () => {
  let world: BookingWorld;

  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(() => world.close());

  it('W-60 is stored when requested, and forwarded with the time until which to decide', async () => {
    const { place, booking } = await world.requested();
    expect(booking).toMatchObject({ state: 'REQUESTED', decision: null });
    const { gymId } = world.given.world;
    const { body } = await world.admin.get(`${world.gymPath}/bookings?state=REQUESTED`);
    const shown = body.items.find(({ id }: { id: number }) => id === booking.id);
    expect(shown).toMatchObject({
      gymId,
      gympassId: place.wellhubId,
      bookingNumber: place.bookingNumber,
      classId: String(place.classId),
      slotId: String(place.slotId),
      state: 'REQUESTED',
    });
    expect(Date.parse(shown.decideBefore) - Date.parse(shown.requestedAt)).toBe(15 * 60_000);
    expect(await world.events(booking.id)).toEqual([
      {
        type: 'WELLHUB_BOOKING_REQUESTED',
        gym_id: gymId,
        content: {
          studioId: gymId,
          customerId: shown.customerId,
          aggregatorId: place.wellhubId,
          bookingNumber: place.bookingNumber,
          slotId: String(place.slotId),
          classId: String(place.classId),
          decideBefore: shown.decideBefore,
        },
      },
    ]);
    const customer = await world.admin.get(`/admin/v1/customers/${shown.customerId}`);
    expect(customer.body).toMatchObject({
      gympassId: place.wellhubId,
      status: 'PENDING',
      origin: 'WELLHUB',
      firstName: 'Ana',
      lastName: 'Prado',
    });
  });

  it('W-60 is sent to Wellhub once decided, then the slot with the number that came with it', async () => {
    const { place, booking } = await world.requested();
    const decided = await world.decide(booking.id, {
      status: 'RESERVED',
      totalBooked: 7,
      totalCapacity: 20,
    });
    expect(decided.status).toBe(202);
    await world.until(place.bookingNumber, ({ state }) => state === 'RESERVED');
    expect(await world.untilCalls(() => world.slotCalls(place), 1)).toEqual([
      { total_booked: 7, total_capacity: 20 },
    ]);
    expect(world.calls(place.bookingNumber)).toEqual([{ status: 'RESERVED' }]);
    const ours = [place.bookingNumber, `${place.classId}/${place.slotId}`];
    const calls = world.wellhub.view().calls.filter(({ name }) => ours.includes(name));
    expect(calls.map(({ kind }) => kind)).toEqual(['booking', 'slot']);
    expect(calls.some(({ hasGymHeader }) => hasGymHeader)).toBe(false);
  });

  it('W-60 is rejected with its reason; without a known number no slot is sent', async () => {
    const { place, booking } = await world.requested();
    await world.decide(booking.id, { status: 'REJECTED', reasonCategory: 'CLASS_IS_FULL' });
    await world.until(place.bookingNumber, ({ state }) => state === 'REJECTED');
    await aWhile();
    expect(world.calls(place.bookingNumber)).toEqual([
      { status: 'REJECTED', reason_category: 'CLASS_IS_FULL' },
    ]);
    expect(world.slotCalls(place)).toEqual([]);
  });

  it('W-60 counts one more of a number that was set before', async () => {
    const { place, booking } = await world.requested();
    expect((await world.count(place, { totalBooked: 3, totalCapacity: 9 })).body).toMatchObject({
      classId: String(place.classId),
      totalBooked: 3,
    });
    await world.untilCalls(() => world.slotCalls(place), 1);
    await world.decide(booking.id, { status: 'RESERVED' });
    expect(await world.untilCalls(() => world.slotCalls(place), 2)).toEqual([
      { total_booked: 3, total_capacity: 9 },
      { total_booked: 4, total_capacity: 9 },
    ]);
  });

  it('W-62 accepts the same decision again, and refuses another one', async () => {
    const { place, booking } = await world.reserved();
    expect((await world.decide(booking.id, { status: 'RESERVED' })).status).toBe(200);
    const other = await world.decide(booking.id, { status: 'REJECTED' });
    expect(other).toMatchObject({ status: 409, body: { code: 'booking.decided' } });
    await aWhile();
    expect(world.calls(place.bookingNumber)).toHaveLength(1);
  });

  it('W-62 requested again sends the same decision again and takes no second place', async () => {
    const { place, booking } = await world.reserved({ totalBooked: 5 });
    await world.untilCalls(() => world.slotCalls(place), 1);
    // The inbox knows a repeat for 400 days; after that it is for the room to know it.
    await world.stage.app.sql('delete from wellhub_event_keys');
    await world.send(place);
    expect(await world.untilCalls(() => world.calls(place.bookingNumber), 2)).toEqual([
      { status: 'RESERVED' },
      { status: 'RESERVED' },
    ]);
    await eventually(
      () => world.row(place.bookingNumber),
      (row) => row?.next_attempt_at === null,
    );
    expect(await world.row(place.bookingNumber)).toMatchObject({
      id: booking.id,
      state: 'RESERVED',
      holds_seat: true,
    });
    expect(world.slotCalls(place)).toEqual([{ total_booked: 5 }]);
    expect(await world.events(booking.id)).toHaveLength(1);
  });

  it('W-62 sent four times at once is one booking, one event and one call at a time', async () => {
    const place = world.place();
    await world.wellhub.send({ ...place, event: 'requested', deliveries: 4 });
    const booking = await world.until(place.bookingNumber, () => true);
    const decide = () => world.decide(booking.id, { status: 'RESERVED' });
    const answers = await Promise.all([decide(), decide(), decide()]);
    expect(answers.filter(({ status }) => status > 202)).toEqual([]);
    await world.until(place.bookingNumber, ({ state }) => state === 'RESERVED');
    expect(world.wellhub.view().mostAtOnce[place.bookingNumber]).toBe(1);
    expect(world.calls(place.bookingNumber)).toHaveLength(1);
    expect(await world.events(booking.id)).toHaveLength(1);
  });

  it.each(['canceled', 'late-canceled'] as const)(
    'W-40 that was %s before it was requested stays so',
    async (event) => {
      const place = world.place();
      await world.send(place, event);
      const state = event === 'canceled' ? 'CANCELED' : 'LATE_CANCELED';
      const booking = await world.until(place.bookingNumber, () => true);
      await world.send(place);
      await aWhile();
      expect(await world.row(place.bookingNumber)).toMatchObject({
        id: booking.id,
        state,
        requested_at: expect.any(Date),
      });
      const events = await world.events(booking.id);
      expect(events.map(({ type }) => type)).toEqual([`WELLHUB_BOOKING_${state}`]);
      const refused = await world.decide(booking.id, { status: 'RESERVED' });
      expect(refused).toMatchObject({ status: 409, body: { code: 'booking.not-open' } });
      expect(world.calls(place.bookingNumber)).toEqual([]);
    },
  );

  it('W-64 frees its place once when canceled, and sends the slot only', async () => {
    const { place, booking } = await world.reserved({ totalBooked: 5 });
    await world.untilCalls(() => world.slotCalls(place), 1);
    await world.send(place, 'canceled');
    await world.send(place, 'late-canceled');
    expect(await world.untilCalls(() => world.slotCalls(place), 2)).toEqual([
      { total_booked: 5 },
      { total_booked: 4 },
    ]);
    await aWhile();
    expect(world.slotCalls(place)).toHaveLength(2);
    expect(world.calls(place.bookingNumber)).toHaveLength(1);
    expect(await world.row(place.bookingNumber)).toMatchObject({
      state: 'CANCELED',
      holds_seat: false,
    });
    const events = await world.events(booking.id);
    expect(events.map(({ type }) => type)).toEqual([
      'WELLHUB_BOOKING_REQUESTED',
      'WELLHUB_BOOKING_CANCELED',
    ]);
  });

  it('W-64 takes off nothing for a booking that took no place', async () => {
    const { place } = await world.requested();
    await world.count(place, { totalBooked: 2 });
    await world.untilCalls(() => world.slotCalls(place), 1);
    await world.send(place, 'canceled');
    expect(await world.untilCalls(() => world.slotCalls(place), 2)).toEqual([
      { total_booked: 2 },
      { total_booked: 2 },
    ]);
  });

  it('W-39 W-64 is paid by its check-in, which carries the number and is validated like any', async () => {
    const { place, booking } = await world.reserved();
    const { wellhubId, bookingNumber } = place;
    await world.stage.simulator.checkIn({ wellhubId, bookingNumber });
    const checkIn = await world.given.until(wellhubId, ({ state }) => state === 'VALIDATED');
    expect(checkIn).toMatchObject({ state: 'VALIDATED', booking_number: bookingNumber });
    const row = await world.row(bookingNumber);
    expect(row).toMatchObject({ id: booking.id, customer_id: checkIn?.customer_id });
  });

  it('is canceled by the gym: Wellhub is notified, the place is free', async () => {
    const { place, booking } = await world.reserved({ totalBooked: 5 });
    await world.untilCalls(() => world.slotCalls(place), 1);
    const canceled = await world.admin.post(`/admin/v1/bookings/${booking.id}/cancel`);
    expect(canceled.status).toBe(202);
    await world.until(place.bookingNumber, ({ state }) => state === 'CANCELED_BY_GYM');
    expect(world.calls(place.bookingNumber)).toEqual([
      { status: 'RESERVED' },
      { status: 'CANCELLED_BY_GYM' },
    ]);
    expect((await world.untilCalls(() => world.slotCalls(place), 2)).at(-1)).toEqual({
      total_booked: 4,
    });
    expect((await world.admin.post(`/admin/v1/bookings/${booking.id}/cancel`)).status).toBe(200);
  });

  it('W-62 that the gym cancels while a call is in flight has one call at a time', async () => {
    const { place, booking } = await world.reserved();
    await world.stage.app.sql('delete from wellhub_event_keys');
    world.wellhub.plan({ name: place.bookingNumber, answer: 'normal', delayMs: 900 });
    await world.send(place);
    await world.untilCalls(() => world.calls(place.bookingNumber), 2);
    await world.admin.post(`/admin/v1/bookings/${booking.id}/cancel`);
    await world.until(place.bookingNumber, ({ state }) => state === 'CANCELED_BY_GYM');
    expect(world.calls(place.bookingNumber)).toEqual([
      { status: 'RESERVED' },
      { status: 'RESERVED' },
      { status: 'CANCELLED_BY_GYM' },
    ]);
    expect(world.wellhub.view().mostAtOnce[place.bookingNumber]).toBe(1);
  });

  it('that the gym cancels without an answer of Wellhub in a day raises an alert', async () => {
    const { place, booking } = await world.reserved();
    world.wellhub.plan({ name: place.bookingNumber, answer: 503 });
    await world.admin.post(`/admin/v1/bookings/${booking.id}/cancel`);
    await world.until(place.bookingNumber, ({ last_status: last }) => last === 503);
    await world.stage.app.sql('update bookings set send_until = clock_timestamp() where id = $1', [
      booking.id,
    ]);
    await world.hurry(booking.id);
    const row = await world.until(place.bookingNumber, ({ next_attempt_at: at }) => at === null);
    expect(row).toMatchObject({ state: 'RESERVED', holds_seat: true });
    const alerts = () => world.given.alerts('booking.refused');
    expect(await eventually(alerts, (rows) => rows.length > 0)).toMatchObject([
      { object: `booking/${booking.id}` },
    ]);
  });

  it('is canceled by the gym only when it is reserved', async () => {
    const { booking } = await world.requested();
    const refused = await world.admin.post(`/admin/v1/bookings/${booking.id}/cancel`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'booking.not-reserved' } });
  });
});
