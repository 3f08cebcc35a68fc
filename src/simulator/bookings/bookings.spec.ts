import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HOOK, Stage, TOKEN } from '../../../test/support/simulator-stage.js';

const PERSON = { wellhubId: '0012345678905', bookingNumber: 'BK_1' };
const BOOKING = '/booking/v2/gyms/1042/bookings/BK_1';
const SLOT = '/booking/v1/gyms/1042/classes/55/slots/771';
let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

const patch = async (path: string, body: object, token = TOKEN) => {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  const init = { method: 'PATCH', headers, body: JSON.stringify(body) };
  return (await fetch(`${stage.simulator.url}${path}`, init)).status;
};

const books = async () => (await stage.call('GET', '/control/bookings')).json();

describe('POST /control/booking', () => {
  it('sends the signed webhook of a booking, in milliseconds and with an event id', async () => {
    const given = { ...PERSON, event: 'requested', name: 'Ana Prado' };
    expect((await stage.call('POST', '/control/booking', given)).status).toBe(200);
    const [seen] = stage.partner.seen;
    expect(seen?.line).toBe(`POST /wellhub/${HOOK}/webhooks`);
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      event_type: 'booking-requested',
      event_data: {
        user: { unique_token: PERSON.wellhubId, name: 'Ana Prado' },
        timestamp: expect.any(Number),
        event_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        slot: { id: 771, gym_id: 1042, class_id: 55, booking_number: 'BK_1' },
      },
    });
  });

  it.each([
    {},
    { ...PERSON, event: 'forgotten' },
    { ...PERSON, event: 'requested', slot: 1 },
    { wellhubId: '1', event: 'requested' },
  ])('refuses %j', async (body) => {
    expect((await stage.call('POST', '/control/booking', body)).status).toBe(400);
    expect(stage.partner.seen).toHaveLength(0);
  });
});

describe('the booking API', () => {
  it('takes one decision about a booking that it sent, and the same one again', async () => {
    expect(await patch(BOOKING, { status: 'RESERVED' })).toBe(404);
    await stage.call('POST', '/control/booking', { ...PERSON, event: 'requested' });
    expect(await patch(BOOKING, { status: 'RESERVED' }, 'wrong')).toBe(401);
    expect(await patch(BOOKING, { status: 'MAYBE' })).toBe(400);
    expect(await patch(BOOKING, { status: 'RESERVED' })).toBe(204);
    expect(await patch(BOOKING, { status: 'RESERVED' })).toBe(204);
    expect(await patch(BOOKING, { status: 'REJECTED' })).toBe(409);
    expect(await patch(SLOT, { total_booked: 3, total_capacity: 9 })).toBe(204);
    expect(await patch(SLOT, {})).toBe(400);
    expect(await books()).toMatchObject({
      bookings: { BK_1: { status: 'RESERVED', decisions: ['RESERVED', 'RESERVED'] } },
      slots: { '55/771': { totalBooked: 3, totalCapacity: 9, changes: 1 } },
      mostAtOnce: { BK_1: 1 },
    });
    await stage.call('DELETE', '/control/bookings');
    expect(await books()).toMatchObject({ bookings: {}, slots: {}, calls: [] });
  });

  it('answers as planned, for as many calls as planned', async () => {
    const order = (body: object) => stage.call('POST', '/control/booking-answers', body);
    await stage.call('POST', '/control/booking', { ...PERSON, event: 'requested' });
    expect((await order({ name: 'BK_1', answer: 503, times: 2 })).status).toBe(204);
    expect((await order({ name: 'BK_1', answer: 'maybe' })).status).toBe(400);
    const told = [];
    for (let call = 0; call < 3; call += 1) told.push(await patch(BOOKING, { status: 'REJECTED' }));
    expect(told).toEqual([503, 503, 204]);
    await order({ name: '*', answer: 'reset' });
    await expect(patch(SLOT, { total_booked: 1 })).rejects.toThrow();
  });
});
