import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../support/api.js';
import { eventually, until } from '../support/eventually.js';
import { LiveEvents } from '../support/live-events.js';
import { DatabaseProxy } from '../support/proxy.js';
import { StaffStage } from '../support/staff-stage.js';
import { startApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const CHECK_INS = { paid: 0, waiting: 0, atRisk: 0, lost: 0, losses: [] };
const NOTHING = {
  inside: 0,
  checkIns: CHECK_INS,
  scans: { admitted: 0, refused: 0, refusals: [] },
};

describe('GET /admin/v1/partners/{partnerId}/today', () => {
  let stage: StaffStage;
  /** A partner of its own for each test: numbers of one do not disturb another. */
  let world: World;

  const open: LiveEvents[] = [];
  const pathOf = ({ partnerId }: World, tail = '') =>
    `/admin/v1/partners/${partnerId}/today${tail}`;
  const read = async (api: Api = world.admin, query = '', of = world) =>
    (await api.get(pathOf(of, query))).body;
  const listen = async (api: Api = world.admin, query = '', headers = {}, of = world) => {
    const events = await LiveEvents.open(api, pathOf(of, `/events${query}`), headers);
    open.push(events);
    return events;
  };
  const sql = (text: string, values: unknown[] = []) => stage.app.sql(text, values);
  const newWorld = () => givenAPartner(stage.app, { gym: { timeZone: 'Asia/Tokyo' } });
  const customer = async () =>
    (
      await world.admin.post(`/admin/v1/partners/${world.partnerId}/customers`, {
        firstName: 'Ana',
      })
    ).body.id as number;
  const gym = async (values: object) =>
    (
      await world.admin.post(`/admin/v1/partners/${world.partnerId}/gyms`, {
        name: 'Norte',
        ...values,
      })
    ).body.id as number;
  /** `minutes` after midnight at the gym, `ago` days before today. */
  const momentSql = (minutes: number, ago = 0, zone = 'Asia/Tokyo') =>
    `((((clock_timestamp() at time zone '${zone}')::date - ${ago})::timestamp at time zone '${zone}')
      + interval '${minutes} minutes')`;
  const checkedIn = async (
    state: string,
    at: string,
    { step = 0, gymId = world.gymId, by = 0 } = {},
  ) =>
    sql(
      `insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, state, event_at, local_day, received_at,
          webhook_at, expires_at, deadline_at, cause, deadline_step)
        values ($1, gen_random_uuid(), $2, $3, gen_random_uuid()::text, $4, ${at}, '2025-06-01', ${at}, ${at},
          clock_timestamp() + interval '20 minutes', 'infinity', 'WEBHOOK', $5)`,
      [world.partnerId, gymId, by || (await customer()), state, step],
    );
  const visited = (customerId: number, from: string, to: string, gymId = world.gymId) =>
    sql(
      `insert into visits (partner_id, customer_id, gym_id, source, entered_at, left_at)
        values ($1, $2, $3, 'GATE', ${from}, ${to})`,
      [world.partnerId, customerId, gymId],
    );
  const scanned = (result: string, at = 'clock_timestamp()', dryRun = false) =>
    sql(
      `insert into gate_decisions (partner_id, gym_id, result, value_hash_prefix, dry_run, at)
        values ($1, $2, $3, '', $4, ${at})`,
      [world.partnerId, world.gymId, result, dryRun],
    );
  const delivery = (subscription: string, state: string, attempts: string) =>
    sql(
      `insert into webhook_deliveries (partner_id, subscription_id, event_id, event_created_at, state, attempts,
          next_attempt_at, finished_at)
        values ($1, $2, gen_random_uuid(), now(), $3, $4, now() + interval '1 hour',
          case $3 when 'PENDING' then null else now() end)`,
      [world.partnerId, subscription, state, attempts],
    );

  beforeAll(async () => {
    stage = await StaffStage.open();
    world = await newWorld();
  });
  afterEach(() => open.splice(0).forEach((events) => events.close()));
  afterAll(async () => {
    await stage.close();
  });

  it('C-42 counts check-ins, scans and who is inside from the midnight of the gym on', async () => {
    world = await newWorld();
    const by = await customer();
    for (const state of ['VALIDATED', 'VALIDATED', 'EXPIRED', 'CANCELED', 'NOT_FOUND', 'REJECTED'])
      await checkedIn(state, momentSql(0), { by });
    await checkedIn('VALIDATED', momentSql(-1), { by });
    await checkedIn('PENDING', 'clock_timestamp()', { by });
    await checkedIn('PENDING', 'clock_timestamp()', { by, step: 1 });
    for (const result of ['OPEN', 'REPEAT', 'ACCESS_CODE_EXPIRED', 'CONTRACT_REQUIRED'])
      await scanned(result);
    await scanned('CONTRACT_REQUIRED');
    await scanned('CONTRACT_REQUIRED', 'clock_timestamp()', true);
    const now = 'clock_timestamp()';
    await visited(by, `${now} - interval '3 hours'`, 'null');
    await visited(by, `${now} - interval '2 hours'`, 'null');
    await visited(by, `${now} - interval '3 hours'`, `${now} - interval '1 second'`);
    const shown = await eventually(read, ({ inside }) => inside === 2);
    expect(shown).toMatchObject({
      gymId: null,
      timeZone: 'Asia/Tokyo',
      inside: 2,
      checkIns: {
        paid: 2,
        waiting: 1,
        atRisk: 1,
        lost: 4,
        losses: [
          { reason: 'TOO_LATE_FOR_WELLHUB', count: 1 },
          { reason: 'CANCELED_BY_MEMBER', count: 1 },
          { reason: 'NOT_FOUND_AT_WELLHUB', count: 1 },
          { reason: 'REFUSED_BY_WELLHUB', count: 1 },
        ],
      },
      scans: {
        admitted: 2,
        refused: 3,
        refusals: [
          { reason: 'CONTRACT_REQUIRED', count: 2 },
          { reason: 'ACCESS_CODE_EXPIRED', count: 1 },
        ],
      },
    });
    const left = Date.parse(shown.soonestDeadlineAt) - Date.parse(shown.at);
    expect(left).toBeGreaterThan(15 * 60_000);
    expect(left).toBeLessThanOrEqual(20 * 60_000);
  });

  it('C-42 names alerts, deliveries in trouble, and gyms about which Wellhub does not answer', async () => {
    world = await newWorld();
    const north = await gym({ wellhubGymId: '4711' });
    const south = await gym({});
    const [id] = (await sql('select gen_random_uuid() as id')).map((row) => row['id'] as string);
    await sql(
      `insert into webhook_subscriptions (partner_id, id, url, webhook_key, secret, state)
        values ($1, $2, 'https://example.com', '', '', 'DISABLED')`,
      [world.partnerId, id],
    );
    for (const [state, attempts] of [
      ['PENDING', '[]'],
      ['PENDING', '[{}]'],
      ['FAILED', '[{}]'],
      ['DELIVERED', '[{}]'],
    ] as const)
      await delivery(id!, state, attempts);
    await sql(`insert into wellhub_pauses values ($1, $2, clock_timestamp())`, [
      world.partnerId,
      north,
    ]);
    for (const [code, at, closed] of [
      ['check-in.overdue', world.gymId, null],
      ['delivery.failed', null, null],
      ['usage.lagging', null, new Date()],
    ])
      await sql(
        `insert into alerts (partner_id, id, code, object, gym_id, count, closed_at)
          values ($1, gen_random_uuid(), $2, '', $3, 3, $4)`,
        [world.partnerId, code, at, closed],
      );
    await checkedIn('PENDING', 'clock_timestamp()');
    await sql(
      `update check_ins set attempts = 1, last_status = 503 where partner_id = $1 and gym_id = $2`,
      [world.partnerId, world.gymId],
    );
    const shown = await read();
    expect(shown.deliveries).toEqual({ retrying: 1, failed: 1, disabledSubscriptions: 1 });
    expect(shown.alerts.open).toBe(2);
    expect(new Set(shown.alerts.items.map(({ code }: { code: string }) => code))).toEqual(
      new Set(['check-in.overdue', 'delivery.failed']),
    );
    expect(shown.gyms).toEqual([
      expect.objectContaining({ gymId: world.gymId, wellhub: 'UNREACHABLE' }),
      expect.objectContaining({
        gymId: north,
        wellhub: 'CREDENTIALS_REFUSED',
        lastWebhookAt: null,
      }),
      expect.objectContaining({ gymId: south, name: 'Norte', wellhub: 'NOT_CONNECTED' }),
    ]);
    expect(shown.gyms[0].lastWebhookAt).not.toBeNull();
    const ofSouth = await read(world.admin, `?gymId=${south}`);
    expect(ofSouth.alerts.items).toEqual([expect.objectContaining({ code: 'delivery.failed' })]);
  });

  it('C-43 leaves out what no scope of the caller reads elsewhere, and other gyms to a key of one', async () => {
    world = await newWorld();
    const north = await gym({ timeZone: 'Europe/Lisbon' });
    await checkedIn('VALIDATED', 'clock_timestamp()');
    await checkedIn('VALIDATED', 'clock_timestamp()', { gymId: north });
    await checkedIn('VALIDATED', 'clock_timestamp()', { gymId: north });
    const paid = (api: Api, query = '') =>
      read(api, query).then(({ checkIns, timeZone }) => [checkIns.paid, timeZone]);
    expect(await paid(world.admin)).toEqual([3, null]);
    expect(await paid(world.admin, `?gymId=${north}`)).toEqual([2, 'Europe/Lisbon']);
    const narrow = await world.keyed(['CHECKIN_READ', 'STUDIO_READ'], { gymId: world.gymId });
    expect(await paid(narrow)).toEqual([1, 'Asia/Tokyo']);
    const shown = await read(narrow);
    expect(shown).toMatchObject({ gymId: world.gymId, alerts: null, deliveries: null });
    expect(shown.gyms.map(({ gymId }: { gymId: number }) => gymId)).toEqual([world.gymId]);
    const plain = await read(await world.keyed(['CHECKIN_READ']));
    expect([plain.gyms, plain.alerts, plain.deliveries]).toEqual([null, null, null]);
    const hooks = await read(await world.keyed(['CHECKIN_READ', 'WEBHOOK_READ']));
    expect([hooks.gyms, hooks.alerts, hooks.deliveries]).toEqual([null, null, expect.anything()]);
    expect(await read(stage.app.operator)).toMatchObject({ alerts: { open: 0 } });

    const other = await newWorld();
    for (const tail of ['', '/events']) {
      for (const [api, gymId] of [
        [narrow, north],
        [world.admin, other.gymId],
        [world.admin, 999_999_999],
      ] as const) {
        const { status, body } = await api.get(pathOf(world, `${tail}?gymId=${gymId}`));
        expect([tail, status, body.code]).toEqual([tail, 404, 'gym.not-found']);
      }
      const foreign = await other.admin.get(pathOf(world, tail));
      expect([foreign.status, foreign.body.code]).toEqual([404, 'partner.not-found']);
      const blind = await (await world.keyed(['CUSTOMER_READ'])).get(pathOf(world, tail));
      expect([blind.status, blind.body.code]).toEqual([403, 'auth.scope-missing']);
      const odd = await world.admin.get(pathOf(world, `${tail}?gymId=x`));
      expect([odd.status, odd.body.errors[0].pointer]).toEqual([400, '/gymId']);
    }
  });

  it('C-44 sets yesterday and the same weekday of last week until the same hour beside it', async () => {
    world = await newWorld();
    expect(await read()).toMatchObject({ ...NOTHING, yesterday: NOTHING, lastWeek: NOTHING });
    world = await newWorld();
    const by = await customer();
    const then = (ago: number, shift = '0') =>
      `(((clock_timestamp() at time zone 'Asia/Tokyo') - interval '${ago} days') at time zone 'Asia/Tokyo'
        + interval '${shift}')`;
    for (const ago of [1, 7]) {
      await checkedIn('VALIDATED', momentSql(0, ago), { by });
      await checkedIn('EXPIRED', then(ago, '2 minutes'), { by });
      await checkedIn('VALIDATED', momentSql(-1, ago), { by });
      await visited(by, then(ago, '-2 hours'), then(ago, '2 hours'));
      await visited(by, then(ago, '-2 hours'), then(ago, '-2 minutes'));
    }
    await checkedIn('VALIDATED', momentSql(0, 2), { by });
    const shown = await read();
    const counted = { inside: 1, checkIns: { ...CHECK_INS, paid: 1 } };
    expect(shown.yesterday).toMatchObject(counted);
    expect(shown.lastWeek).toMatchObject(counted);
    expect(shown).toMatchObject(NOTHING);
  });

  it('C-45 sends the numbers at once, and again when one has changed and not before', async () => {
    world = await newWorld();
    const events = await listen();
    expect(events.response.status).toBe(200);
    const { headers } = events.response;
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('cache-control')).toBe('no-store, no-transform');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const first = await events.next('today');
    expect(events.text).toMatch(/^retry: 3000\n\n/);
    expect(first.data).toEqual({ ...(await read()), at: first.data.at });
    await checkedIn('VALIDATED', 'clock_timestamp()');
    const { id } = await events.next('today', ({ checkIns }) => checkIns.paid === 1);
    expect(id).not.toBe(first.id);
    await events.next('heartbeat');
    expect(events.of('today')).toHaveLength(2);

    const again = await listen(world.admin, '', { 'Last-Event-ID': id! });
    await again.next('heartbeat');
    expect(again.of('today')).toEqual([]);
    await checkedIn('EXPIRED', 'clock_timestamp()');
    for (const one of [events, again])
      await one.next('today', ({ checkIns }) => checkIns.lost === 1);
  });

  it('C-46 ends soon after the role, the session or the key has ended, on every replica', async () => {
    world = stage.world;
    const { databaseUrl, secretsKeys } = stage.app.settings;
    const replica = await startApp({ databaseUrl, secretsKeys });
    const here = await stage.colleague({ role: 'MANAGER' });
    const leaves = await stage.colleague({ role: 'VIEWER' });
    const key = await world.keyed(['CHECKIN_READ']);
    const watching = await Promise.all([
      listen(stage.with(here.browser)),
      listen(stage.with(here.browser, replica.api)),
      listen(stage.with(leaves.browser)),
      listen(key),
      listen(replica.api.withKey(key.key)),
    ]);
    const stays = await listen();
    await Promise.all(watching.map((events) => events.next('today')));
    const startedAt = performance.now();
    const { browser } = leaves;
    await browser.submit('/console/account/sessions/end-all', {});
    await world.admin.patch(`/admin/v1/staff/${here.id}`, { role: 'VIEWER' });
    const keys = await world.admin.get(`/admin/v1/partners/${world.partnerId}/api-keys?limit=200`);
    const { id } = keys.body.items.find(({ name }: { name: string }) => name === 'CHECKIN_READ');
    await world.admin.delete(`/admin/v1/api-keys/${id}`);
    for (const events of watching) {
      expect(await events.ended()).toBe(true);
      expect(events.events.at(-1)).toMatchObject({
        event: 'end',
        data: { reason: 'session-ended' },
      });
    }
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    expect(stays.isClosed).toBe(false);
    await replica.close();
  });

  it('C-46 ends when the process stops, which does not wait for it', async () => {
    const { databaseUrl, secretsKeys } = stage.app.settings;
    const replica = await startApp({ databaseUrl, secretsKeys });
    const events = await listen(replica.operator, '', {}, stage.world);
    await events.next('today');
    await replica.close();
    expect(await events.ended()).toBe(true);
    expect(events.events.at(-1)).toMatchObject({ event: 'end', data: { reason: 'restart' } });
  });

  it('C-46 ends when its gym is removed', async () => {
    world = await newWorld();
    const north = await gym({});
    const events = await listen(world.admin, `?gymId=${north}`);
    const all = await listen();
    await events.next('today');
    expect((await world.admin.delete(`/admin/v1/gyms/${north}`)).status).toBe(204);
    expect(await events.ended()).toBe(true);
    expect(events.events.at(-1)).toMatchObject({ event: 'end', data: { reason: 'gone' } });
    await all.next('today', ({ gyms }) => gyms.length === 1);
  });

  it('C-47 a caller has eight at most, and those that were closed do not count', async () => {
    world = await newWorld();
    const key = await world.keyed(['CHECKIN_READ']);
    const eight = await Promise.all(Array.from({ length: 8 }, () => listen(key)));
    expect(eight.map(({ response }) => response.status)).toEqual(Array(8).fill(200));
    const ninth = await key.get(pathOf(world, '/events'));
    expect([ninth.status, ninth.body.code]).toEqual([429, 'stream.too-many']);
    expect(ninth.headers.get('retry-after')).toBe('30');
    expect((await (await listen()).next('today')).data.inside).toBe(0);
    eight[0]?.close();
    await until(async () => (await listen(key)).response.status === 200);
  });

  it('C-47 an open one is no request in flight and has no deadline', async () => {
    world = await newWorld();
    const metric = async (name: string) => {
      const { text } = await stage.app.api.get('/metrics');
      return Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
    };
    await until(async () => (await metric('gatehouse_event_streams')) === 0);
    const events = await Promise.all(Array.from({ length: 4 }, () => listen()));
    await Promise.all(events.map((one) => one.next('today')));
    expect(await metric('gatehouse_event_streams')).toBe(4);
    const others = 'gatehouse_requests_in_flight\\{urgency="other"\\}';
    await until(async () => (await metric(others)) === 0);
    await events[0]!.next('heartbeat');
    expect(events.map(({ isClosed }) => isClosed)).toEqual([false, false, false, false]);
    const route = `route="/admin/v1/partners/:partnerId/today/events",status="200"`;
    expect(
      await metric(`gatehouse_request_seconds_count\\{method="GET",${route}\\}`),
    ).toBeGreaterThan(3);
    events.forEach((one) => one.close());
    await until(async () => (await metric('gatehouse_event_streams')) === 0);
  });

  it('C-48 says that the numbers are stale while the database is away, and sends them after it', async () => {
    const proxy = await DatabaseProxy.before(stage.app.settings.databaseUrl);
    const { secretsKeys } = stage.app.settings;
    const replica = await startApp({ databaseUrl: proxy.url, secretsKeys });
    world = await newWorld();
    const events = await listen(replica.operator);
    await events.next('today');
    await proxy.refuse();
    await events.next('stale');
    await proxy.pass();
    await checkedIn('VALIDATED', 'clock_timestamp()');
    await events.next('today', ({ checkIns }) => checkIns.paid === 1);
    expect(events.isClosed).toBe(false);
    events.close();
    await replica.close();
    await proxy.close();
  });
});
