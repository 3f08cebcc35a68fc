import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { startApp } from '../support/test-app.js';
import { aWhile, BookingWorld, type BookingRow } from './booking-stage.js';

const isOut = ({ next_attempt_at: next, attempts }: BookingRow) => attempts > 0 && next === null;

describe('a decision that Wellhub', () => {
  let world: BookingWorld;

  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(() => world.close());

  it.each([401, 403, 408, 429, 503, 'reset'] as const)(
    'W-63 answers %s is sent again until it is confirmed',
    async (answer) => {
      const { place, booking } = await world.requested();
      world.wellhub.plan({ name: place.bookingNumber, answer });
      await world.decide(booking.id, { status: 'RESERVED' });
      await world.untilCalls(() => world.calls(place.bookingNumber), 1);
      const waiting = await eventually(
        () => world.row(place.bookingNumber),
        (row) => row?.last_status === (answer === 'reset' ? null : answer) && row.attempts === 1,
      );
      expect(waiting).toMatchObject({ state: 'REQUESTED', decision: 'RESERVED' });
      await aWhile();
      await world.hurry(booking.id);
      await world.until(place.bookingNumber, ({ state }) => state === 'RESERVED');
      expect(world.calls(place.bookingNumber)).toHaveLength(2);
    },
  );

  it('W-63 wants to get later is not sent sooner', async () => {
    const { place, booking } = await world.requested();
    world.wellhub.plan({ name: place.bookingNumber, answer: 429, retryAfter: 120 });
    await world.decide(booking.id, { status: 'RESERVED' });
    const row = await world.until(place.bookingNumber, ({ last_status: last }) => last === 429);
    expect((row.next_attempt_at?.getTime() ?? 0) - Date.now()).toBeGreaterThan(100_000);
  });

  it('W-63 does not know raises an alert; nothing more is sent', async () => {
    const { place, booking } = await world.requested();
    world.wellhub.plan({ name: place.bookingNumber, answer: 404 });
    await world.decide(booking.id, { status: 'RESERVED' });
    expect(await world.until(place.bookingNumber, isOut)).toMatchObject({ state: 'REQUESTED' });
    const alerts = await world.given.alerts('booking.unknown-to-wellhub');
    expect(alerts.map(({ object }) => object)).toContain(`booking/${booking.id}`);
    await aWhile();
    expect(world.calls(place.bookingNumber)).toHaveLength(1);
  });

  it('W-63 refuses at the first try is a rejection', async () => {
    const { place, booking } = await world.requested();
    world.wellhub.plan({ name: place.bookingNumber, answer: 409 });
    await world.decide(booking.id, { status: 'RESERVED', totalBooked: 8 });
    await world.until(place.bookingNumber, ({ state }) => state === 'REJECTED');
    expect(await world.untilCalls(() => world.slotCalls(place), 1)).toEqual([{ total_booked: 7 }]);
    const alerts = await world.given.alerts('booking.refused');
    expect(alerts.map(({ object }) => object)).not.toContain(`booking/${booking.id}`);
  });

  it('W-63 refuses at a repeat leaves the state, raises an alert and may be decided again', async () => {
    const { place, booking } = await world.requested();
    world.wellhub.plan({ name: place.bookingNumber, answer: 503 });
    world.wellhub.plan({ name: place.bookingNumber, answer: 422 });
    await world.decide(booking.id, { status: 'RESERVED' });
    await world.until(place.bookingNumber, ({ last_status: last }) => last === 503);
    await world.hurry(booking.id);
    expect(await world.until(place.bookingNumber, isOut)).toMatchObject({
      state: 'REQUESTED',
      last_status: 422,
    });
    const alerts = await world.given.alerts('booking.refused');
    expect(alerts.map(({ object }) => object)).toContain(`booking/${booking.id}`);
    expect((await world.decide(booking.id, { status: 'REJECTED' })).status).toBe(202);
    await world.until(place.bookingNumber, ({ state }) => state === 'REJECTED');
  });

  it('W-63 refuses a slot of raises an alert and is not sent again', async () => {
    const place = world.place();
    const name = `${place.classId}/${place.slotId}`;
    world.wellhub.plan({ name, answer: 400 });
    await world.count(place, { totalBooked: 1 });
    const object = `slot/${world.given.world.gymId}/${name}`;
    const alerts = () => world.given.alerts('booking.refused');
    const found = await eventually(alerts, (rows) => rows.some((row) => row.object === object));
    expect(found.map((row) => row.object)).toContain(object);
    await aWhile();
    expect(world.slotCalls(place)).toHaveLength(1);
  });

  it('W-64 received while the person canceled changes nothing of the cancellation', async () => {
    const { place, booking } = await world.requested();
    await world.count(place, { totalBooked: 3 });
    world.wellhub.plan({ name: place.bookingNumber, answer: 'normal', delayMs: 800 });
    await world.decide(booking.id, { status: 'RESERVED' });
    await world.untilCalls(() => world.calls(place.bookingNumber), 1);
    await world.send(place, 'canceled');
    await world.until(place.bookingNumber, ({ state }) => state === 'CANCELED');
    await aWhile();
    await aWhile();
    expect(await world.row(place.bookingNumber)).toMatchObject({
      state: 'CANCELED',
      holds_seat: false,
    });
    expect(new Set(world.slotCalls(place).map((body) => JSON.stringify(body)))).toEqual(
      new Set(['{"total_booked":3}']),
    );
  });

  it('W-62 is slow to answer is not sent twice, by two replicas', async () => {
    const { databaseUrl, secretsKeys } = world.stage.app.settings;
    const wellhubSimulatorUrl = world.stage.simulator.url;
    const other = await startApp({ databaseUrl, secretsKeys, wellhubSimulatorUrl });
    const many = await Promise.all(Array.from({ length: 8 }, () => world.requested()));
    for (const { place } of many)
      world.wellhub.plan({ name: place.bookingNumber, answer: 'normal', delayMs: 1_000 });
    for (const { booking } of many) await world.decide(booking.id, { status: 'RESERVED' });
    for (const { place } of many)
      await world.until(place.bookingNumber, ({ state }) => state === 'RESERVED');
    const { mostAtOnce } = world.wellhub.view();
    expect(many.map(({ place }) => mostAtOnce[place.bookingNumber])).toEqual(many.map(() => 1));
    expect(many.map(({ place }) => world.calls(place.bookingNumber).length)).toEqual(
      many.map(() => 1),
    );
    await other.close();
  });
});

describe('a booking that stays undecided', () => {
  let world: BookingWorld;

  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(() => world.close());

  it('W-61 is rejected at 12 minutes, for a technical reason', async () => {
    const { place, booking } = await world.requested();
    await world.leave(booking.id, 4);
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(await world.row(place.bookingNumber)).toMatchObject({ decision: null });
    await world.leave(booking.id, 2);
    await world.until(place.bookingNumber, ({ state }) => state === 'REJECTED');
    expect(world.calls(place.bookingNumber)).toEqual([
      { status: 'REJECTED', reason_category: 'TECHNICAL_ERROR' },
    ]);
  });

  it('W-61 is reserved at 12 minutes where the gym is set so', async () => {
    const { status } = await world.admin.patch(world.gymPath, {
      bookingDefaultDecision: 'RESERVED',
    });
    expect(status).toBe(200);
    const { place, booking } = await world.requested();
    await world.leave(booking.id, 2);
    await world.until(place.bookingNumber, ({ state }) => state === 'RESERVED');
    expect(world.calls(place.bookingNumber)).toEqual([{ status: 'RESERVED' }]);
  });

  it('W-61 or is not confirmed within 15 minutes is rejected by itself, and frees what it counted', async () => {
    const { place, booking } = await world.requested();
    world.wellhub.plan({ name: place.bookingNumber, answer: 503, times: 9 });
    await world.decide(booking.id, { status: 'RESERVED', totalBooked: 6 });
    await world.until(place.bookingNumber, ({ last_status: last }) => last === 503);
    await world.leave(booking.id, 0);
    await world.until(place.bookingNumber, ({ state }) => state === 'AUTO_REJECTED');
    const told = world.calls(place.bookingNumber).length;
    expect(await world.untilCalls(() => world.slotCalls(place), 1)).toEqual([{ total_booked: 5 }]);
    await aWhile();
    expect(world.calls(place.bookingNumber)).toHaveLength(told);
    const late = await world.decide(booking.id, { status: 'RESERVED' });
    expect(late).toMatchObject({ status: 409, body: { code: 'booking.not-open' } });
  });

  it('W-61 counts the 15 minutes from the time in Wellhub’s event', async () => {
    const place = world.place();
    await world.wellhub.send({
      ...place,
      event: 'requested',
      timestamp: Date.now() - 16 * 60_000,
    });
    await world.until(place.bookingNumber, ({ state }) => state === 'AUTO_REJECTED');
    expect(world.calls(place.bookingNumber)).toEqual([]);
  });
});
