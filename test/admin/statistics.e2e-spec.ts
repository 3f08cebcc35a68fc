import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

interface Figures {
  readonly key: string;
  readonly checkIns: Record<string, number>;
  readonly scans: {
    admitted: number;
    refused: number;
    refusals: { reason: string; count: number }[];
  };
  readonly visits: number;
  readonly inside: { peak: number; average: number };
}

const NOTHING = {
  checkIns: {
    paid: 0,
    waiting: 0,
    atRisk: 0,
    expired: 0,
    canceled: 0,
    notFound: 0,
    rejected: 0,
  },
  scans: { admitted: 0, refused: 0, refusals: [] },
  visits: 0,
  inside: { peak: 0, average: 0 },
};

describe('GET /admin/v1/partners/{partnerId}/statistics', () => {
  let app: TestApp;
  let world: World;
  let gymId: number;
  let tokyo: number;
  let customerId: number;

  const base = () => `/admin/v1/partners/${world.partnerId}`;
  const made = async (path: string, values: object) => {
    const { status, body, text } = await world.admin.post(path, values);
    if (status !== 201) throw new Error(text);
    return body.id as number;
  };
  const report = async (query: string, api: Api = world.admin) => {
    const { status, body, text } = await api.get(`${base()}/statistics?${query}`);
    if (status !== 200) throw new Error(`${status} ${text}`);
    return body as { items: Figures[]; total: Figures; timeZone: string | null; gymId: number };
  };
  const ofGym = (query: string) => report(`gymId=${gymId}&${query}`);
  const visited = (from: string, to: string | null, at = gymId) =>
    app.sql(
      `insert into visits (partner_id, customer_id, gym_id, source, entered_at, left_at)
        values ($1, $2, $3, 'GATE', $4, $5)`,
      [world.partnerId, customerId, at, from, to],
    );
  const checkedIn = (at: string, state: string, more: object = {}) =>
    app.sql(
      `insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, state, event_at, local_day,
          received_at, expires_at, deadline_at, cause, deadline_step, probe)
        values ($1, gen_random_uuid(), $2, $3, gen_random_uuid()::text, $4, $5, '2025-06-01', $5, $5, 'infinity',
          'WEBHOOK', $6, $7)`,
      [
        world.partnerId,
        gymId,
        customerId,
        state,
        at,
        'deadlineStep' in more ? more.deadlineStep : 0,
        'probe' in more,
      ],
    );
  const scanned = (result: string, dryRun = false) =>
    app.sql(
      `insert into gate_decisions (partner_id, gym_id, result, value_hash_prefix, dry_run)
        values ($1, $2, $3, '', $4)`,
      [world.partnerId, gymId, result, dryRun],
    );
  const keysWith = (items: readonly Figures[], has: (item: Figures) => unknown) =>
    items.filter(has).map(({ key }) => key);

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    gymId = await made(`${base()}/gyms`, { name: 'Berlin', timeZone: 'Europe/Berlin' });
    tokyo = await made(`${base()}/gyms`, { name: 'Tokyo', timeZone: 'Asia/Tokyo' });
    customerId = await made(`${base()}/customers`, { firstName: 'Ana' });
  });
  afterAll(() => app.close());

  it.each([
    ['day', ['2025-01-31', '2025-02-01']],
    ['month', ['2025-01', '2025-02']],
    ['weekday', ['1', '2', '3', '4', '5', '6', '7']],
    ['hour', Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))],
  ])('C-39 has an item for every %s, also where nothing happened', async (by, keys) => {
    const { items, total, timeZone } = await ofGym(`from=2025-01-31&to=2025-02-01&by=${by}`);
    expect(items).toEqual(keys.map((key) => ({ key, ...NOTHING })));
    expect(total).toEqual(NOTHING);
    expect(timeZone).toBe('Europe/Berlin');
  });

  it('C-39 C-40 counts by the clock at the gym, on the days on which it is changed', async () => {
    // 2025-03-30: 02:00 becomes 03:00; 2025-10-26: 03:00 becomes 02:00.
    await visited('2025-03-29T22:59:59Z', '2025-03-29T22:59:59Z');
    await visited('2025-03-29T23:00:00Z', '2025-03-29T23:10:00Z');
    await visited('2025-03-30T00:59:59Z', '2025-03-30T01:00:01Z');
    await visited('2025-03-30T21:59:59Z', '2025-03-30T22:30:00Z');
    await visited('2025-03-30T22:00:00Z', '2025-03-30T22:10:00Z');
    const spring = await ofGym('from=2025-03-30&to=2025-03-30&by=hour');
    expect(keysWith(spring.items, ({ visits }) => visits)).toEqual(['00', '01', '23']);
    expect(keysWith(spring.items, ({ inside }) => inside.peak)).toEqual(['00', '01', '03', '23']);
    expect(spring.total.visits).toBe(3);
    const days = await ofGym('from=2025-03-29&to=2025-03-31');
    expect(days.items.map(({ visits }) => visits)).toEqual([1, 3, 1]);

    await visited('2025-10-26T00:30:00Z', '2025-10-26T00:40:00Z');
    await visited('2025-10-26T01:30:00Z', '2025-10-26T01:40:00Z');
    const autumn = await ofGym('from=2025-10-26&to=2025-10-26&by=hour');
    expect(keysWith(autumn.items, ({ visits }) => visits)).toEqual(['02']);
    const [two] = autumn.items.filter(({ key }) => key === '02');
    expect([two?.visits, two?.inside]).toEqual([2, { peak: 1, average: 1 }]);
    expect((await ofGym('from=2025-10-26&to=2025-10-26')).total.inside.average).toBe(0.08);
    const weekday = await ofGym('from=2025-10-20&to=2025-10-26&by=weekday');
    expect(keysWith(weekday.items, ({ visits }) => visits)).toEqual(['7']);
  });

  it('C-40 counts who is inside hour by hour, across midnight and without an end', async () => {
    await visited('2025-05-10T20:30:00Z', '2025-05-10T23:30:00Z');
    await visited('2025-05-10T21:05:00Z', '2025-05-10T21:50:00Z');
    await visited('2025-05-10T21:55:00Z', '2025-05-10T22:00:00Z');
    const evening = await ofGym('from=2025-05-10&to=2025-05-10&by=hour');
    const peaks = Object.fromEntries(evening.items.map(({ key, inside }) => [key, inside.peak]));
    expect([peaks['21'], peaks['22'], peaks['23']]).toEqual([0, 1, 3]);
    const night = await ofGym('from=2025-05-11&to=2025-05-11&by=hour');
    expect(keysWith(night.items, ({ inside }) => inside.peak)).toEqual(['00', '01']);
    const now = await app.sql<{ today: string }>(
      `select (clock_timestamp() at time zone 'Europe/Berlin')::date::text as today`,
    );
    await app.sql(
      `insert into visits (partner_id, customer_id, gym_id, source, entered_at)
        values ($1, $2, $3, 'GATE', clock_timestamp() - interval '1 minute')`,
      [world.partnerId, customerId, gymId],
    );
    const today = now[0]?.today;
    expect((await ofGym(`from=${today}&to=${today}`)).total.inside.peak).toBe(1);
  });

  it('C-40 counts check-ins by how they ended, and no probe that found nothing', async () => {
    const at = '2025-06-01T10:00:00Z';
    for (const state of ['VALIDATED', 'VALIDATED', 'EXPIRED', 'CANCELED', 'NOT_FOUND', 'REJECTED'])
      await checkedIn(at, state);
    await checkedIn(at, 'PENDING');
    await checkedIn(at, 'PENDING', { deadlineStep: 1 });
    await checkedIn(at, 'NOT_FOUND', { probe: true });
    await checkedIn(at, 'VALIDATED', { probe: true });
    await checkedIn('2025-05-31T21:59:59Z', 'VALIDATED');
    await checkedIn('2025-06-01T22:00:00Z', 'VALIDATED');
    const { total, items } = await ofGym('from=2025-06-01&to=2025-06-01');
    const counted = {
      paid: 3,
      waiting: 1,
      atRisk: 1,
      expired: 1,
      canceled: 1,
      notFound: 1,
      rejected: 1,
    };
    expect(total.checkIns).toEqual(counted);
    expect(items[0]?.checkIns).toEqual(counted);
  });

  it('C-40 counts scans, refusals by reason, and no dry run', async () => {
    for (const result of ['OPEN', 'REPEAT', 'CONTRACT_REQUIRED', 'ACCESS_CODE_EXPIRED'])
      await scanned(result);
    await scanned('CONTRACT_REQUIRED');
    await scanned('CONTRACT_REQUIRED', true);
    const [day] = await app.sql<{ from: string; to: string }>(
      `select (now() at time zone 'Europe/Berlin')::date::text as to,
        ((now() at time zone 'Europe/Berlin')::date - 1)::text as from`,
    );
    const { total } = await ofGym(`from=${day?.from}&to=${day?.to}`);
    expect(total.scans).toEqual({
      admitted: 2,
      refused: 3,
      refusals: [
        { reason: 'CONTRACT_REQUIRED', count: 2 },
        { reason: 'ACCESS_CODE_EXPIRED', count: 1 },
      ],
    });
  });

  it('C-39 counts every gym by its own clock when none is named', async () => {
    await visited('2024-03-01T23:30:00Z', '2024-03-01T23:40:00Z');
    await visited('2024-03-01T23:30:00Z', '2024-03-01T23:40:00Z', tokyo);
    const { items, timeZone, gymId: of } = await report('from=2024-03-01&to=2024-03-03');
    expect(items.map(({ visits }) => visits)).toEqual([0, 2, 0]);
    expect([timeZone, of]).toEqual([null, null]);
    const hours = await report('from=2024-03-02&to=2024-03-02&by=hour');
    expect(keysWith(hours.items, ({ visits }) => visits)).toEqual(['00', '08']);
  });

  it('C-41 counts for a key of one gym its own only', async () => {
    const narrowed = await world.keyed(['CHECKIN_READ'], { gymId: tokyo });
    const own = await report('from=2024-03-02&to=2024-03-02', narrowed);
    expect([own.total.visits, own.gymId, own.timeZone]).toEqual([1, tokyo, 'Asia/Tokyo']);
    const days = 'from=2024-03-02&to=2024-03-02';
    const other = await givenAPartner(app, { connection: false });
    for (const [api, id] of [
      [narrowed, gymId],
      [world.admin, 999_999_999],
      [world.admin, other.gymId],
    ] as const) {
      const { status, body } = await api.get(`${base()}/statistics?${days}&gymId=${id}`);
      expect([status, body.code]).toEqual([404, 'gym.not-found']);
    }
    const foreign = await other.admin.get(`${base()}/statistics?${days}`);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'partner.not-found']);
    const reader = await world.keyed(['CUSTOMER_READ']);
    expect((await reader.get(`${base()}/statistics?${days}`)).status).toBe(403);
  });

  it.each([
    ['to=2025-01-01', '/from'],
    ['from=2025-01-01', '/to'],
    ['from=2025-02-30&to=2025-03-01', '/from'],
    ['from=2025-01-02&to=2025-01-01', '/to'],
    ['from=2025-01-01&to=2026-02-05', '/to'],
    ['from=0001-01-01&to=9999-12-31', '/to'],
    ['from=2025-01-01&to=2025-01-01&by=year', '/by'],
    ['from=2025-01-01&to=2025-01-01&gymId=x', '/gymId'],
  ])('C-41 refuses ?%s', async (query, pointer) => {
    const { status, body } = await world.admin.get(`${base()}/statistics?${query}`);
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it.each([
    'from=2025-01-01&to=2026-02-04',
    'from=0001-01-01&to=0001-01-02',
    'from=9999-12-30&to=9999-12-31',
  ])('C-41 takes ?%s', async (query) => {
    expect((await world.admin.get(`${base()}/statistics?${query}`)).status).toBe(200);
  });

  it('C-19 the operator sees how every partner is, at a glance and in pages', async () => {
    const list = '/admin/v1/installation/partners';
    const ill = await givenAPartner(app, { partner: { name: 'Ill & Sons' } });
    const well = await givenAPartner(app, { connection: false });
    const { body: eva } = await ill.admin.post(`/admin/v1/partners/${ill.partnerId}/customers`, {
      firstName: 'Eva',
    });
    const waiting = (values: string, at: string) =>
      app.sql(
        `insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, event_at, local_day, received_at,
            expires_at, deadline_at, cause, deadline_step, unanswered, probe)
          values ($1, gen_random_uuid(), $2, $3, gen_random_uuid()::text, $4, '2025-06-01', $4, 'infinity', 'infinity',
            'WEBHOOK', ${values})`,
        [ill.partnerId, ill.gymId, eva.id, at],
      );
    await waiting('1, false, false', '2025-06-01T10:00:00Z');
    await waiting('0, true, false', '2025-06-01T11:00:00Z');
    await waiting('2, true, true', '2025-06-01T12:00:00Z');
    const subscription = async () =>
      (
        await ill.admin.post(`/admin/v1/partners/${ill.partnerId}/webhook-subscriptions`, {
          url: 'https://example.com/hook',
        })
      ).body.id as string;
    const delivery = (id: string, state: string, attempts: string) =>
      app.sql(
        `insert into webhook_deliveries (partner_id, subscription_id, event_id, event_created_at, state, attempts, next_attempt_at)
          values ($1, $2, gen_random_uuid(), now(), $3, $4, now() + interval '1 hour')`,
        [ill.partnerId, id, state, attempts],
      );
    await delivery(await subscription(), 'PENDING', '[{"status":500}]');
    await delivery(await subscription(), 'DELIVERED', '[{"status":200}]');
    await app.sql(`update webhook_subscriptions set state = 'DISABLED' where id = $1`, [
      await subscription(),
    ]);
    await app.sql(
      `insert into alerts (partner_id, id, code, object, closed_at) values
        ($1, gen_random_uuid(), 'a.b', '1', null), ($1, gen_random_uuid(), 'a.b', '2', null),
        ($1, gen_random_uuid(), 'a.b', '3', now())`,
      [ill.partnerId],
    );

    const found = async (query: string) => (await app.operator.get(`${list}?${query}`)).body;
    const [shown] = (await found('q=ILL%20%26')).items;
    expect(shown).toEqual({
      id: ill.partnerId,
      name: 'Ill & Sons',
      slug: ill.slug,
      createdAt: expect.any(String),
      gyms: 1,
      lastCheckInAt: '2025-06-01T11:00:00.000Z',
      openAlerts: 2,
      checkInsAtRisk: 1,
      wellhub: {
        state: 'UNREACHABLE',
        environment: 'simulator',
        refusedGyms: 0,
        unansweredCheckIns: 1,
      },
      webhookSubscriptions: { disabled: 1, failing: 1 },
    });
    await app.sql(
      `insert into wellhub_pauses (partner_id, gym_id, paused_until) values ($1, $2, 'infinity')`,
      [ill.partnerId, ill.gymId],
    );
    expect((await found('q=ill')).items[0].wellhub).toMatchObject({
      state: 'CREDENTIALS_REFUSED',
      refusedGyms: 1,
    });
    expect((await found(`q=${well.slug}`)).items).toEqual([
      expect.objectContaining({
        lastCheckInAt: null,
        openAlerts: 0,
        checkInsAtRisk: 0,
        wellhub: expect.objectContaining({ state: 'NOT_CONNECTED', environment: null }),
      }),
    ]);
    expect((await found('q=100%25')).items).toEqual([]);

    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await found(`limit=1${cursor && `&cursor=${cursor}`}`);
      ids.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual([world.partnerId, expect.any(String), ill.partnerId, well.partnerId]);
    expect((await world.admin.get(list)).status).toBe(403);
    await app.operator.delete(`/admin/v1/partners/${well.partnerId}`);
    expect((await found(`q=${well.slug}`)).items).toEqual([]);
  });
});
