import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../support/api.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';

const path = (id: unknown, query = '') => `/v1/customers/${id}/activities/checkins${query}`;

interface Item {
  checkinId: number;
  checkInDateTime: string;
  checkOutDateTime?: string;
}

describe('GET /v1/customers/{customerId}/activities/checkins', () => {
  let app: TestApp;
  let world: GateWorld;
  let api: Api;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app, { gym: { timeZone: 'America/Sao_Paulo', name: 'Fit Centro' } });
    api = await world.keyed(['CHECKIN_READ']);
  });
  afterAll(() => app.close());

  /** A visit of the past, as the gate would have written it. */
  async function visited(
    customerId: number,
    enteredAt: string,
    leftAt: string | null = null,
    gymId = world.gymId,
  ) {
    const [row] = await app.sql<{ id: string }>(
      `insert into visits (partner_id, customer_id, gym_id, source, entered_at, left_at)
        values ($1, $2, $3, 'GATE', $4, $5) returning id`,
      [world.partnerId, customerId, gymId, enteredAt, leftAt],
    );
    return Number(row?.id);
  }

  it('shows a visit with the offset of its gym, and an open one without an end', async () => {
    const id = await world.customer();
    const first = await visited(id, '2026-03-21T17:04:10.9Z', '2026-03-21T18:20:41Z');
    const second = await visited(id, '2026-03-22T02:59:59Z');
    const { status, body } = await api.get(path(id, '?fromDate=2026-03-21&toDate=2026-03-21'));
    expect(status).toBe(200);
    expect(body).toEqual({
      result: [
        {
          checkinId: first,
          checkInDateTime: '2026-03-21T14:04:10-03:00',
          checkOutDateTime: '2026-03-21T15:20:41-03:00',
          studioId: world.gymId,
          studioName: 'Fit Centro',
        },
        {
          checkinId: second,
          checkInDateTime: '2026-03-21T23:59:59-03:00',
          studioId: world.gymId,
          studioName: 'Fit Centro',
        },
      ],
      offset: String(second),
      hasNext: false,
    });
  });

  it('takes each date in the zone of the visited gym', async () => {
    const far = await world.gym({ timeZone: 'Asia/Kathmandu' });
    const id = await world.customer();
    const here = await visited(id, '2026-05-01T22:00:00Z');
    const there = await visited(id, '2026-05-01T22:00:00Z', null, far);
    const on = async (day: string) =>
      (await api.get(path(id, `?fromDate=${day}&toDate=${day}`))).body.result as Item[];
    expect((await on('2026-05-01')).map(({ checkinId }) => checkinId)).toEqual([here]);
    const next = await on('2026-05-02');
    expect(next.map(({ checkinId }) => checkinId)).toEqual([there]);
    expect(next[0]?.checkInDateTime).toBe('2026-05-02T03:45:00+05:45');
  });

  it('without dates shows the month that ends today', async () => {
    const id = await world.customer();
    const days = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
    await visited(id, days(40), days(40));
    const recent = await visited(id, days(5), days(5));
    const { body } = await api.get(path(id));
    expect(body.result.map(({ checkinId }: Item) => checkinId)).toEqual([recent]);
  });

  it('shows what a scan opened', async () => {
    const scanned = await world.scan(await world.fetchCode());
    const { body } = await api.get(path(world.customerId));
    expect(body.result.at(-1).checkinId).toBe(scanned.body.checkinId);
  });

  it.each([
    ['sliceSize=0', 'sliceSize'],
    ['sliceSize=51', 'sliceSize'],
    ['sliceSize=1.5', 'sliceSize'],
    ['fromDate=2025-01-01&toDate=2026-01-02', 'toDate'],
    ['fromDate=2026-02-02&toDate=2026-02-01', 'toDate'],
    ['fromDate=2020-01-01', 'fromDate'],
    ['fromDate=2026-02-30', 'fromDate'],
    ['fromDate=0000-01-01', 'fromDate'],
    ['toDate=tomorrow', 'toDate'],
    ['toDate=2026-02-01&toDate=2026-02-02', 'toDate'],
    ['offset=x', 'offset'],
    ['offset=-1', 'offset'],
    ['offset=9999999999999999', 'offset'],
  ])('O-39 refuses ?%s and names %s', async (query, reference) => {
    const { status, body } = await api.get(path(world.customerId, `?${query}`));
    expect([status, body.errorCode, body.reference]).toEqual([400, 'VALIDATION_FAILED', reference]);
  });

  it('O-39 takes a span of 365 days, the largest slice, and what it does not know', async () => {
    const query = '?fromDate=2025-01-01&toDate=2026-01-01&sliceSize=50&unknown=1';
    const { status, body } = await api.get(path(world.customerId, query));
    expect([status, body]).toEqual([200, { result: [], offset: '0', hasNext: false }]);
    expect((await api.get(path(world.customerId, '?offset=77&toDate=2020-01-01'))).body).toEqual({
      result: [],
      offset: '77',
      hasNext: false,
    });
  });

  it.each(['abc', '1.5', '-1', '0', '99999999999999999999'])(
    'O-5 refuses the id %s',
    async (id) => {
      const { status, body } = await api.get(path(id));
      expect([status, body.errorCode, body.reference]).toEqual([
        400,
        'VALIDATION_FAILED',
        'customerId',
      ]);
    },
  );

  it('O-40 walking the slices while visits are written returns every earlier visit exactly once', async () => {
    const id = await world.customer();
    const before: number[] = [];
    for (let n = 0; n < 23; n += 1) before.push(await visited(id, `2026-06-01T10:${10 + n}:00Z`));
    const seen: number[] = [];
    let offset = '0';
    for (;;) {
      await visited(id, '2026-06-01T09:00:00Z');
      const query = `?fromDate=2026-06-01&toDate=2026-06-01&sliceSize=5&offset=${offset}`;
      const { body } = await api.get(path(id, query));
      seen.push(...body.result.map(({ checkinId }: Item) => checkinId));
      offset = body.offset;
      if (!body.hasNext || seen.length > 200) break;
      // A walk that always finds one more never ends: the writer stops before the reader.
      if (seen.length >= 20) break;
    }
    const rest = await api.get(
      path(id, `?fromDate=2026-06-01&toDate=2026-06-01&sliceSize=50&offset=${offset}`),
    );
    seen.push(...rest.body.result.map(({ checkinId }: Item) => checkinId));
    expect(rest.body.hasNext).toBe(false);
    expect(seen.filter((one) => before.includes(one))).toEqual(before);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('O-4 answers unknown, erased, merged, disabled and foreign customers with the same 404', async () => {
    const codes = await world.keyed(['CUSTOMER_READ']);
    const members = await world.keyed(['CUSTOMER_READ'], { gymId: world.gymId });
    const other = await givenAPartner(app);
    const foreign = await other.admin.post(`/admin/v1/partners/${other.partnerId}/customers`, {});
    const [erased, merged, survivor, disabled] = [
      await world.customer(),
      await world.customer(),
      await world.customer(),
      await world.customer(),
    ];
    await visited(merged, '2026-06-02T10:00:00Z');
    await world.admin.delete(`/admin/v1/customers/${erased}`);
    await world.admin.post(`/admin/v1/customers/${merged}/merge`, { intoCustomerId: survivor });
    await world.admin.patch(`/admin/v1/customers/${disabled}`, { status: 'DISABLED' });
    const away = await world.customer({ homeGymId: await world.gym() });
    const narrowed = await world.keyed(['CHECKIN_READ'], { gymId: world.gymId });
    const ids = [999_999_999, erased, merged, disabled, foreign.body.id];
    const asked: [Api, string][] = ids.flatMap((id): [Api, string][] => [
      [api, path(id)],
      [codes, `/v1/customers/${id}/access-code`],
    ]);
    asked.push([narrowed, path(away)], [members, `/v1/customers/${away}/access-code`]);
    const answers = await Promise.all(asked.map(([client, target]) => client.get(target)));
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 404));
    const texts = answers.map(({ text, body }) => text.replace(body.traceId, ''));
    expect(new Set(texts).size).toBe(1);
    expect(answers[0]?.body.errorCode).toBe('CUSTOMER_NOT_FOUND');
    const kept = await api.get(path(survivor, '?fromDate=2026-06-02&toDate=2026-06-02'));
    expect(kept.body.result).toHaveLength(1);
  });

  it('a narrowed key, and a key that names a gym, see the visits of that gym', async () => {
    const second = await world.gym();
    const id = await world.customer({ gympassId: '0000000009911' });
    const here = await visited(id, '2026-07-01T10:00:00Z');
    const there = await visited(id, '2026-07-01T12:00:00Z', null, second);
    const dates = 'fromDate=2026-07-01&toDate=2026-07-01';
    const seen = async (client: Api, query: string) =>
      ((await client.get(path(id, `?${query}`))).body.result as Item[]).map((one) => one.checkinId);
    const narrowed = await world.keyed(['CHECKIN_READ'], { gymId: second });
    expect(await seen(api, dates)).toEqual([here, there]);
    expect(await seen(narrowed, dates)).toEqual([there]);
    expect(await seen(api, `${dates}&studioId=${world.gymId}`)).toEqual([here]);
    const foreign = await narrowed.get(path(id, `?studioId=${world.gymId}`));
    expect([foreign.status, foreign.body.errorCode]).toEqual([404, 'STUDIO_NOT_FOUND']);
  });

  it('O-3 needs CHECKIN_READ, also for an unknown customer', async () => {
    const { status, body } = await world.codeApi.get(path(999_999_999));
    expect([status, body.errorCode]).toEqual([403, 'SCOPE_MISSING']);
  });
});
