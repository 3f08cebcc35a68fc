import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckInStage, newWellhubId, type CheckInWorld } from '../support/check-in-stage.js';

const isEnded = ({ state }: { state: string }) => state !== 'PENDING';

describe('a check-in at a gym in mode AUTOMATIC', () => {
  let stage: CheckInStage;
  let world: CheckInWorld;

  beforeAll(async () => {
    stage = await CheckInStage.open({ wellhubCallsPerGym: 1_000, wellhubCallsTotal: 1_000 });
    world = await stage.partner();
  });
  afterAll(() => stage.close());

  const checkIn = async (more: object = {}) => {
    const wellhubId = newWellhubId();
    const { deliveries } = await stage.simulator.checkIn({ wellhubId, ...more });
    return { wellhubId, deliveries };
  };

  it('W-50 is validated by the worker once, with both events, its audit trail and a new customer', async () => {
    const email = `ana.${newWellhubId()}@example.com`;
    const person = { firstName: 'Ana', lastName: 'Prado', email, productId: 31 };
    const { wellhubId } = await checkIn(person);
    const row = await world.until(wellhubId, isEnded);
    expect(row).toMatchObject({ state: 'VALIDATED', cause: 'WEBHOOK', attempts: 1, probe: false });
    expect(row).toMatchObject({ already_validated: false, product_id: '31', last_status: 200 });
    expect(world.calls(wellhubId)).toBe(1);
    const customerId = row!.customer_id;
    const [customer] = await stage.app.sql('select * from customers where id = $1', [customerId]);
    expect(customer).toMatchObject({ status: 'PENDING', origin: 'WELLHUB', first_name: 'Ana' });
    expect(customer).toMatchObject({ wellhub_id: wellhubId, email, email_confirmed: false });
    const events = await world.events(customerId);
    expect(events.map(({ type }) => type)).toEqual([
      'WELLHUB_CHECKIN_RECEIVED',
      'WELLHUB_CHECKIN_VALIDATED',
    ]);
    expect(events[1]!.content).toEqual({
      wellhubCheckInId: row!.id,
      studioId: world.world.gymId,
      aggregatorId: wellhubId,
      state: 'VALIDATED',
      occurredAt: row!.event_at.toISOString(),
      expiresAt: row!.expires_at.toISOString(),
      provisional: false,
    });
    expect(await world.trail(row!.id)).toEqual([
      transition(null, 'PENDING', { attempts: 0 }),
      transition('PENDING', 'VALIDATED', { attempts: 1, wellhub_status: 200 }),
    ]);
  });

  it('W-43 sends the documented headers and the id as text with its zeros', async () => {
    const { wellhubId } = await checkIn();
    await world.until(wellhubId, isEnded);
    const [call] = stage.simulator.calls(wellhubId);
    expect(call!.body).toEqual({ gympass_id: wellhubId });
    expect(Object.keys(call!.headers).sort()).toEqual([
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-gym-id',
    ]);
    expect(call!.headers['x-gym-id']).toBe(world.world.wellhubGymId);
  });

  it.each([
    ['expired', 'EXPIRED', 'checkin.validation.expired'],
    ['canceled', 'CANCELED', 'checkin.validation.canceled'],
    ['rejected', 'REJECTED', expect.any(String)],
    ['ok', 'VALIDATED', null],
    ['empty', 'VALIDATED', null],
  ] as const)('W-44 turns the answer %s into %s', async (answer, state, key) => {
    const wellhubId = newWellhubId();
    stage.simulator.planAnswer({ wellhubId, answer });
    await stage.simulator.checkIn({ wellhubId });
    const row = await world.until(wellhubId, isEnded);
    expect(row).toMatchObject({ state, cause: 'WEBHOOK', last_key: key });
    expect(world.calls(wellhubId)).toBe(1);
    const types = (await world.events(row!.customer_id)).map(({ type }) => type);
    const last = state === 'VALIDATED' ? 'WELLHUB_CHECKIN_VALIDATED' : 'WELLHUB_CHECKIN_FAILED';
    expect(types).toEqual(['WELLHUB_CHECKIN_RECEIVED', last]);
  });

  it('W-44 W-49 flags "already validated" when no call of ours can have done it, and publishes it', async () => {
    const wellhubId = newWellhubId();
    stage.simulator.planAnswer({ wellhubId, answer: 'already' });
    await stage.simulator.checkIn({ wellhubId });
    const row = await world.until(wellhubId, isEnded);
    expect(row).toMatchObject({ state: 'VALIDATED', already_validated: true });
    const types = (await world.events(row!.customer_id)).map(({ type }) => type);
    expect(types).toContain('WELLHUB_CHECKIN_VALIDATED');
  });

  it('W-45 resolves a lost answer by "already validated": VALIDATED, no flag, one event', async () => {
    const wellhubId = newWellhubId();
    stage.simulator.planAnswer({ wellhubId, answer: 'commit-then-reset', times: 1 });
    await stage.simulator.checkIn({ wellhubId });
    const row = await world.until(wellhubId, isEnded);
    expect(row).toMatchObject({ state: 'VALIDATED', already_validated: false, cause: 'RETRY' });
    expect(row).toMatchObject({ attempts: 2, last_key: 'checkin.already.validated' });
    const events = await world.events(row!.customer_id);
    expect(events.filter(({ type }) => type === 'WELLHUB_CHECKIN_VALIDATED')).toHaveLength(1);
  });

  it('W-47 retries a 404 straight after the webhook', async () => {
    const wellhubId = newWellhubId();
    stage.simulator.planAnswer({ wellhubId, answer: 'notfound', times: 1 });
    await stage.simulator.checkIn({ wellhubId });
    const row = await world.until(wellhubId, isEnded);
    expect(row).toMatchObject({ state: 'VALIDATED', attempts: 2, cause: 'RETRY' });
  });

  it('W-47 ends as NOT_FOUND when all tries of a young 404 are used up', async () => {
    const wellhubId = newWellhubId();
    stage.simulator.planAnswer({ wellhubId, answer: 'notfound' });
    await stage.simulator.checkIn({ wellhubId });
    const row = await world.until(wellhubId, isEnded);
    expect(row).toMatchObject({ state: 'NOT_FOUND', attempts: 4, cause: 'RETRY' });
    expect(await world.trail(row!.id)).toHaveLength(2);
  });

  it('W-38 makes one check-in, one call and one notification of 4 parallel deliveries', async () => {
    const { wellhubId, deliveries } = await checkIn({ deliveries: 4 });
    expect(deliveries).toHaveLength(4);
    const row = await world.until(wellhubId, isEnded);
    expect(await world.rows(wellhubId)).toHaveLength(1);
    expect(world.calls(wellhubId)).toBe(1);
    expect(await world.events(row!.customer_id)).toHaveLength(2);
  });

  it('W-33 takes the time of receipt for a missing, absurd or unreadable time, and alerts', async () => {
    for (const timestamp of [undefined, 'soon', 1, 9_999_999_999, null]) {
      const wellhubId = newWellhubId();
      const event = world.posts.checkIn(wellhubId, { timestamp, expires_at: 'later' });
      expect((await world.posts.send(event)).status).toBe(200);
      expect((await world.posts.send(event)).status).toBe(200);
      const row = await world.until(wellhubId, () => true);
      expect(Math.abs(row!.received_at.getTime() - row!.event_at.getTime())).toBeLessThan(5_000);
      expect(row!.expires_at.getTime() - row!.event_at.getTime()).toBe(20 * 60_000);
      expect(await world.rows(wellhubId)).toHaveLength(1);
    }
    expect(await world.alerts('wellhub.odd-time')).toHaveLength(1);
  });

  it('W-35 keeps expires_at in seconds or milliseconds, and survives odd extras', async () => {
    const soon = Math.floor(Date.now() / 1000) + 5_400;
    for (const expires_at of [soon, soon * 1000]) {
      const wellhubId = newWellhubId();
      const odd = { location: 'here', extra: { deep: [1] }, user: { unique_token: wellhubId } };
      await world.posts.send(world.posts.checkIn(wellhubId, { expires_at, ...odd }));
      const row = await world.until(wellhubId, () => true);
      expect(row!.expires_at.getTime()).toBe(soon * 1000);
    }
  });

  it('W-50 never calls for a gym in mode GATE or ATTENDANCE by itself', async () => {
    for (const validationMode of ['GATE', 'ATTENDANCE']) {
      const other = await stage.partner({ gym: { validationMode } });
      const wellhubId = newWellhubId();
      await stage.simulator.checkIn({ wellhubId });
      const row = await other.until(wellhubId, () => true);
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(row).toMatchObject({ state: 'PENDING', attempts: 0 });
      expect(other.calls(wellhubId)).toBe(0);
    }
    world = await stage.partner();
  });
});

const transition = (from: string | null, to: string, more: object) => ({
  from_state: from,
  to_state: to,
  cause: 'WEBHOOK',
  wellhub_status: null,
  wellhub_key: null,
  ...more,
});
