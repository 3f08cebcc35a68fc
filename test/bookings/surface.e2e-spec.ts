import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAPartner } from '../support/world.js';
import { BookingWorld } from './booking-stage.js';

describe('the bookings of the admin API', () => {
  let world: BookingWorld;

  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(() => world.close());

  it('are listed newest first, in pages', async () => {
    const ids = [];
    for (let made = 0; made < 3; made += 1) ids.unshift((await world.requested()).booking.id);
    const first = await world.admin.get(`${world.gymPath}/bookings?limit=2`);
    const second = await world.admin.get(
      `${world.gymPath}/bookings?limit=2&cursor=${first.body.nextCursor}`,
    );
    const items = [...first.body.items, ...second.body.items] as { id: number }[];
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(second.body.nextCursor).toBeNull();
  });

  it('C-62 are shown one by one, with the end of Wellhub’s patience', async () => {
    const { booking } = await world.requested();
    const { status, body } = await world.admin.get(`/admin/v1/bookings/${booking.id}`);
    expect([status, body.id, body.state]).toEqual([200, booking.id, 'REQUESTED']);
    expect(Date.parse(body.decideBefore) - Date.parse(body.requestedAt)).toBe(15 * 60_000);
    expect((await world.admin.get('/admin/v1/bookings/x')).status).toBe(404);
  });

  it('C-62 have slots, listed by their last change with what was asked and counted', async () => {
    const { place } = await world.requested();
    const again = { ...world.place(), classId: place.classId, slotId: place.slotId };
    const second = await world.requested(again);
    await world.decide(second.booking.id, { status: 'RESERVED', totalBooked: 5, totalCapacity: 9 });
    await world.until(again.bookingNumber, ({ state }) => state === 'RESERVED');
    const page = async (query: string) =>
      (await world.admin.get(`${world.gymPath}/slots?${query}`)).body;
    const first = await page('limit=1');
    expect(first.items).toEqual([
      {
        gymId: world.given.world.gymId,
        classId: String(place.classId),
        slotId: String(place.slotId),
        totalBooked: 5,
        totalCapacity: 9,
        countedAt: expect.any(String),
        isSent: expect.any(Boolean),
        requested: 1,
        reserved: 1,
        changedAt: expect.any(String),
      },
    ]);
    const rest = await page(`cursor=${first.nextCursor}`);
    const ids = [...first.items, ...rest.items].map(({ slotId }: { slotId: string }) => slotId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rest.items[0]).toMatchObject({ totalBooked: null, countedAt: null, isSent: null });
    expect((await world.admin.get(`${world.gymPath}/slots?cursor=eA`)).status).toBe(400);
  });

  it('are unknown to another partner and to a key of another gym', async () => {
    const { booking } = await world.requested();
    const stranger = (await givenAPartner(world.stage.app)).admin;
    const gym = await world.admin.post(`/admin/v1/partners/${world.given.world.partnerId}/gyms`, {
      name: 'Norte',
    });
    const elsewhere = await world.given.world.keyed(['CHECKIN_READ', 'CHECKIN_WRITE'], {
      gymId: gym.body.id,
    });
    for (const api of [stranger, elsewhere]) {
      const answers = await Promise.all([
        api.post(`/admin/v1/bookings/${booking.id}/decision`, { status: 'RESERVED' }),
        api.post(`/admin/v1/bookings/${booking.id}/cancel`),
        api.get(`${world.gymPath}/bookings`),
        api.get(`${world.gymPath}/slots`),
        api.get(`/admin/v1/bookings/${booking.id}`),
        api.put(`${world.gymPath}/classes/1/slots/2`, { totalBooked: 1 }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    }
  });

  it.each([
    { status: 'CANCELLED_BY_GYM' },
    { status: 'REJECTED', reasonCategory: 'NO_MOOD' },
    { status: 'REJECTED', reasonCategori: 'CLASS_IS_FULL' },
    { status: 'RESERVED', totalBooked: -1 },
    { status: 'RESERVED', totalCapacity: 20 },
    {},
  ])('refuse the decision %j', async (body) => {
    const { booking } = await world.requested();
    expect((await world.decide(booking.id, body)).status).toBe(400);
  });

  it('take a number for a slot that has an id Wellhub may use', async () => {
    const put = (path: string) => world.admin.put(`${world.gymPath}/${path}`, { totalBooked: 0 });
    expect((await put('classes/55/slots/771')).status).toBe(200);
    expect(await put('classes/x/slots/771')).toMatchObject({
      status: 404,
      body: { code: 'booking.slot-not-found' },
    });
  });

  it('W-70 lose the person when it is erased, and keep their states', async () => {
    const { place, booking } = await world.requested();
    await world.decide(booking.id, { status: 'REJECTED', reason: 'Ana owes us a fee' });
    await world.until(place.bookingNumber, ({ state }) => state === 'REJECTED');
    const erased = await world.admin.call('DELETE', `/admin/v1/customers/${booking.customer_id}`);
    expect(erased.status).toBe(204);
    expect(await world.row(place.bookingNumber)).toMatchObject({
      state: 'REJECTED',
      wellhub_id: `erased-${booking.id}`,
      reason: null,
    });
  });

  it('move with the profile that is merged', async () => {
    const { place, booking } = await world.requested();
    const { body } = await world.admin.post(
      `/admin/v1/partners/${world.given.world.partnerId}/customers`,
      { firstName: 'Ana' },
    );
    const path = `/admin/v1/customers/${booking.customer_id}/merge`;
    const merged = await world.admin.post(path, { intoCustomerId: body.id });
    expect([merged.status, merged.text]).toEqual([200, expect.any(String)]);
    expect(await world.row(place.bookingNumber)).toMatchObject({ customer_id: body.id });
  });
});
