import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../support/api.js';
import { CheckInStage, newWellhubId, type CheckInWorld } from '../support/check-in-stage.js';
import { until } from '../support/eventually.js';
import { newGpwId } from '../support/registration.js';
import type { World } from '../support/world.js';

interface Shown {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly gymId: number | null;
  readonly result: { kind: string; id: string | number } | null;
}

const UNKNOWN = '01990000-0000-7000-8000-000000000000';

describe('webhooks of Wellhub', () => {
  let stage: CheckInStage;
  let gym: CheckInWorld;
  let world: World;
  let other: World;
  let secondGymId: number;

  const listAt = ({ partnerId }: World) => `/admin/v1/partners/${partnerId}/wellhub-events`;
  const list = async (query = '', api: Api = world.admin): Promise<Shown[]> => {
    const { status, body, text } = await api.get(`${listAt(world)}${query}`);
    if (status !== 200) throw new Error(text);
    return body.items;
  };
  /** The newest webhook once it is handled. */
  const handled = async (type: string, sent = 1): Promise<Shown> =>
    (await until(async () => {
      const found = await list(`?type=${type}`);
      const [newest] = found;
      return found.length >= sent && newest?.state !== 'RECEIVED' ? newest : undefined;
    }))!;
  const send = async (body: object, options = {}) => {
    const answer = await gym.posts.send(body, options);
    if (answer.status !== 200) throw new Error(answer.text);
  };

  beforeAll(async () => {
    stage = await CheckInStage.open();
    other = (await stage.partner({ connection: false })).world;
    gym = await stage.partner();
    ({ world } = gym);
    const made = await world.admin.post(`/admin/v1/partners/${world.partnerId}/gyms`, {
      name: 'Second',
      wellhubGymId: '999999',
    });
    secondGymId = made.body.id;
  });
  afterAll(() => stage.close());

  it('C-64 show the check-in that each made or joined, also of many handled together', async () => {
    const people = Array.from({ length: 12 }, () => newWellhubId());
    await Promise.all(people.map((one) => send(gym.posts.checkIn(one))));
    await send(gym.posts.booked(people[0]!, 'BK_12'));
    const joined = await handled('checkin-booking-occurred');
    const [row] = await gym.rows(people[0]!);
    expect(joined.result).toEqual({ kind: 'CHECK_IN', id: row?.id });
    const all = await until(async () => {
      const found = await list('?type=checkin');
      return found.every(({ result }) => result) ? found : undefined;
    });
    const made = await Promise.all(people.map((one) => gym.rows(one)));
    expect(all?.map(({ result }) => result?.id).sort()).toEqual(
      made
        .flat()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('C-64 show the booking and the customer that each was about, and null where nothing changed', async () => {
    const number = { booking_number: 'BK_77', class: { id: 5 } };
    const slot = { id: 6, gym_id: Number(world.wellhubGymId), class_id: 5, ...number };
    const event_data = { user: { unique_token: newWellhubId() }, slot, event_id: newWellhubId() };
    await send({ event_type: 'booking-requested', event_data });
    const booked = await handled('booking-requested');
    const bookings = await world.admin.get(`/admin/v1/gyms/${world.gymId}/bookings`);
    expect(booked.result).toEqual({ kind: 'BOOKING', id: bookings.body.items[0].id });

    const gpwId = newGpwId();
    const path = world.hookPath.replace(/webhooks$/, 'users/cancel');
    const cancel = { user_id: gpwId, plan_id: '0', event_type: 'wellness-user-plan-canceled' };
    await send({ ...cancel, event_time: Date.now(), event_id: 'one' }, { path });
    expect((await handled('user-cancel')).result).toBeNull();
    const customers = `/admin/v1/partners/${world.partnerId}/customers`;
    const { body } = await world.admin.post(customers, { gympassUserId: gpwId });
    await send({ ...cancel, event_time: Date.now(), event_id: 'two' }, { path });
    expect((await handled('user-cancel', 2)).result).toEqual({ kind: 'CUSTOMER', id: body.id });
    await world.admin.delete(`/admin/v1/customers/${body.id}`);
    expect((await list('?type=user-cancel')).map(({ result }) => result)).toEqual([null, null]);
  });

  it('C-63 tell of each how it was signed, where it came to and what became of it, without its body', async () => {
    const wellhubId = newWellhubId();
    const { body } = await world.admin.get(`/admin/v1/gyms/${world.gymId}`);
    await send(gym.posts.checkIn(wellhubId), { path: new URL(body.urls.test.webhooks).pathname });
    const [newest] = await list('?limit=1');
    const row = await until(async () => {
      const { body: one } = await world.admin.get(`/admin/v1/wellhub-events/${newest?.id}`);
      return one.state === 'PROCESSED' ? one : undefined;
    });
    expect(row).toEqual({
      id: newest?.id,
      type: 'checkin',
      environment: 'test',
      signature: 'VALID',
      hookGymId: world.gymId,
      gympassGymId: world.wellhubGymId,
      gymId: world.gymId,
      state: 'PROCESSED',
      reason: null,
      attempts: 0,
      nextAttemptAt: null,
      receivedAt: expect.stringMatching(/Z$/),
      processedAt: expect.stringMatching(/Z$/),
      hasBody: true,
      result: { kind: 'CHECK_IN', id: (await gym.rows(wellhubId))[0]?.id },
    });
    expect(JSON.stringify(await list())).not.toContain(wellhubId);
  });

  it('C-63 are listed newest first, by type, gym, state and time, page by page', async () => {
    await send({ event_type: 'something-new', event_data: {} });
    const parked = gym.posts.checkIn(newWellhubId(), { gym: { id: 31_415_926 } });
    await send(parked);
    const first = await until(async () => (await list('?state=PARKED'))[0]);
    expect(first).toMatchObject({ gympassGymId: '31415926', gymId: null, result: null });
    expect(await list('?type=unknown')).toMatchObject([{ state: 'IGNORED' }]);
    const all = await list('?limit=200');
    expect(all.map(({ id }) => id)).toEqual(
      all
        .map(({ id }) => id)
        .sort()
        .toReversed(),
    );
    const ofGym = await list(`?gymId=${world.gymId}&limit=200`);
    expect(ofGym).toEqual(all.filter(({ gymId }) => gymId === world.gymId));
    expect(await list(`?gymId=${secondGymId}`)).toEqual([]);
    const now = new Date().toISOString();
    expect(await list(`?from=${now}`)).toEqual([]);
    expect(await list(`?to=${now}&limit=200`)).toEqual(all);
    const paged: Shown[] = [];
    let query = '?limit=3';
    do {
      const { body } = await world.admin.get(`${listAt(world)}${query}`);
      paged.push(...body.items);
      query = body.nextCursor && `?limit=3&cursor=${body.nextCursor}`;
    } while (query);
    expect(paged).toEqual(all);
  });

  it('C-63 are shown to who may read check-ins: a key of one gym sees its own, another partner none', async () => {
    const reader = await world.keyed(['CHECKIN_READ']);
    expect(await list('?limit=200', reader)).toEqual(await list('?limit=200'));
    expect((await (await world.keyed(['WEBHOOK_READ'])).get(listAt(world))).status).toBe(403);
    const narrow = await world.keyed(['CHECKIN_READ'], { gymId: world.gymId });
    const own = await list('?limit=200', narrow);
    expect(new Set(own.map(({ gymId }) => gymId))).toEqual(new Set([world.gymId]));
    const second = await world.keyed(['CHECKIN_READ'], { gymId: secondGymId });
    expect(await list('', second)).toEqual([]);
    const at = `/admin/v1/wellhub-events/${own[0]?.id}`;
    expect((await narrow.get(at)).status).toBe(200);
    for (const answer of [
      await second.get(at),
      await other.admin.get(at),
      await world.admin.get(`/admin/v1/wellhub-events/${UNKNOWN}`),
      await world.admin.get('/admin/v1/wellhub-events/not-an-id'),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'wellhub-event.not-found']);
    const elsewhere = await second.get(`${listAt(world)}?gymId=${world.gymId}`);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'gym.not-found']);
    expect((await other.admin.get(listAt(other))).body.items).toEqual([]);
    for (const bad of ['?type=checkout', '?state=paid', '?gymId=0', '?from=today', '?cursor=abc'])
      expect([bad, (await world.admin.get(`${listAt(world)}${bad}`)).status]).toEqual([bad, 400]);
  });

  it('C-65 that are refused are counted by address, day and reason, and nothing of them is kept', async () => {
    const before = (await list('?limit=200')).length;
    const event = gym.posts.checkIn(newWellhubId());
    const { body } = await world.admin.get(`/admin/v1/gyms/${world.gymId}`);
    const own = new URL(body.urls.test.webhooks).pathname;
    const status = own.replace(/webhooks$/, 'users/cancel');
    for (const options of [
      { signature: null },
      { secret: 'another-secret-of-16' },
      { secret: 'another-secret-of-16' },
      { headers: { 'Content-Encoding': 'gzip' } },
      { secret: 'another-secret-of-16', path: own },
      { path: status },
      { path: '/wellhub/AbCdEfGhIjKlMnOpQrStUv/webhooks' },
    ])
      expect((await gym.posts.send(event, options)).status).toBeGreaterThanOrEqual(400);
    const at = `/admin/v1/partners/${world.partnerId}/wellhub-refusals`;
    const counted = await until(async () => {
      const { items } = (await world.admin.get(at)).body;
      const all = items.reduce((sum: number, { refused }: { refused: number }) => sum + refused, 0);
      return all >= 6 ? items : undefined;
    });
    const day = new Date().toISOString().slice(0, 10);
    const of = (gymId: number | null, reason: string, refused: number) =>
      expect.objectContaining({ day, environment: 'test', gymId, reason, refused });
    expect(counted).toHaveLength(5);
    expect(counted).toEqual(
      expect.arrayContaining([
        of(null, 'NO_SIGNATURE', 1),
        of(null, 'WRONG_SIGNATURE', 2),
        of(null, 'ENCODED', 1),
        of(world.gymId, 'WRONG_SIGNATURE', 1),
        of(world.gymId, 'WRONG_ADDRESS', 1),
      ]),
    );
    expect((await list('?limit=200')).length).toBe(before);
    const narrow = await world.keyed(['CHECKIN_READ'], { gymId: world.gymId });
    expect((await narrow.get(at)).body.items).toHaveLength(2);
    expect((await other.admin.get(at)).status).toBe(404);
  });

  it('C-65 that are refused for their signature raise an alert, those without one do not', async () => {
    await stage.app.sql('delete from alerts where partner_id = $1', [world.partnerId]);
    const event = gym.posts.checkIn(newWellhubId());
    await gym.posts.send(event, { signature: null });
    const alerts = `/admin/v1/partners/${world.partnerId}/alerts?open=true`;
    const refused = async () =>
      (await world.admin.get(alerts)).body.items.filter(
        ({ code }: { code: string }) => code === 'wellhub.webhooks-refused',
      );
    const sums = () =>
      stage.app.sql<{ n: number }>(
        `select sum(refused)::int as n from wellhub_refusals where partner_id = $1 and reason = 'NO_SIGNATURE'`,
        [world.partnerId],
      );
    await until(async () => (await sums())[0]?.n === 2);
    expect(await refused()).toEqual([]);
    await gym.posts.send(event, { secret: 'another-secret-of-16' });
    const [alert] = await until(async () => {
      const found = await refused();
      return found.length > 0 ? found : undefined;
    });
    expect(alert).toMatchObject({ object: 'wellhub-connection', gymId: null });
    expect(alert.detail).toMatch(/signature is not made with the webhook secret/);
  });
});
