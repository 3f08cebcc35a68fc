import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Api } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { givenUsersApi, startApp, type TestApp, type UsersWorld } from './users-stage.js';

const sorted = (states: ReadonlyMap<number, string>) => [...states].sort();

interface Visit {
  id: number;
  userId: number;
  timestamp: number;
  enterDate: string;
  exitDate: string;
}

const INSERT = `insert into visits (partner_id, customer_id, gym_id, source, entered_at)
  values ($1, $2, $3, 'GATE', clock_timestamp()) returning id`;

describe('club visits on /Api', () => {
  let app: TestApp;
  let world: UsersWorld;
  const clients: pg.Client[] = [];

  beforeAll(async () => {
    app = await startApp();
    world = await givenUsersApi(app);
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await app.close();
  });

  /** A transaction of its own, as another replica has it. */
  async function writer(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: app.settings.databaseUrl });
    await client.connect();
    clients.push(client);
    return client;
  }
  const enter = async (client: pg.Client, userId: number, of = world): Promise<number> =>
    Number((await client.query(INSERT, [of.partnerId, userId, of.gymId])).rows[0].id);

  /** On a machine without time an answer may be a 503. */
  const visitsPage = (api: Api, path: string) =>
    eventually(
      () => api.get(`/Api/Users/ClubVisits${path}`),
      ({ status }) => status !== 503,
    );
  const visitsAt = async (api: Api, path: string): Promise<Visit[]> => {
    const { status, body, text } = await visitsPage(api, path);
    if (status !== 200) throw new Error(text);
    return body.elements;
  };

  /** As a client does: on from the last one seen, until a page is not full. */
  async function allAfter(api: Api, timestamp: number, path = '/All?'): Promise<Visit[]> {
    const page = await visitsAt(api, `${path}timestamp=${timestamp}`);
    const last = page.at(-1);
    return page.length < 100 || !last
      ? page
      : [...page, ...(await allAfter(api, last.timestamp, path))];
  }

  it('shows the club in the words of the contract, and one that was removed as deleted', async () => {
    const own = await givenUsersApi(app);
    const made = await own.admin.post(`/admin/v1/partners/${own.partnerId}/gyms`, {
      name: 'Fit Sul',
      timeZone: 'Europe/Warsaw',
      shortName: 'Sul',
      symbol: 'FSU',
      email: 'sul@example.com',
      telephone: '+48220000000',
      street: 'Rua Augusta',
      houseNumber: '1500',
      zip: '01305-000',
      city: 'São Paulo',
      country: 'Brazil',
      openingDate: '2015-01-01',
      location: { latitude: -23.5505, longitude: -46.6333 },
    });
    expect(made.status).toBe(201);
    const userId = await own.customer();
    await enter(await writer(), userId, { ...own, gymId: made.body.id });
    await enter(await writer(), userId, own);
    await own.admin.delete(`/admin/v1/gyms/${own.gymId}`);
    const { elements } = (await visitsPage(own.employee, '/All')).body;
    const [visit, bare] = elements;
    expect(Object.keys(visit)).toEqual([
      'enterDate',
      'exitDate',
      'id',
      'userId',
      'timestamp',
      'isDeleted',
      'club',
    ]);
    expect(JSON.stringify(visit.club)).toBe(
      JSON.stringify({
        id: made.body.id,
        timestamp: visit.club.timestamp,
        name: 'Fit Sul',
        shortName: 'Sul',
        symbol: 'FSU',
        type: '',
        openDate: '2015-01-01',
        latitude: -23.5505,
        longitude: -46.6333,
        email: 'sul@example.com',
        phoneNumber: '+48220000000',
        timezone: 'Central European Standard Time',
        address: {
          country: 'Brazil',
          city: 'São Paulo',
          postalCode: '01305-000',
          line1: 'Rua Augusta 1500',
          line2: '',
        },
        isDeleted: false,
        isHidden: false,
      }),
    );
    expect(bare.club).toMatchObject({
      name: 'Fit Centro',
      shortName: '',
      openDate: '',
      latitude: '',
      isDeleted: true,
    });
    expect(visit.club.timestamp).toBeGreaterThan(0);
  });

  it('U-31 returns 250 visits as pages of 100, 100 and 50, no row twice', async () => {
    const own = await givenUsersApi(app);
    const userId = await own.customer();
    await app.sql(
      `insert into visits (partner_id, customer_id, gym_id, source, entered_at)
       select $1, $2, $3, 'GATE', clock_timestamp() from generate_series(1, 250)`,
      [own.partnerId, userId, own.gymId],
    );
    for (const path of ['/All?', `?userId=${userId}&`]) {
      const sizes = [];
      let timestamp = 0;
      for (let page; !page || page.length === 100;) {
        page = await visitsAt(own.employee, `${path}timestamp=${timestamp}`);
        sizes.push(page.length);
        timestamp = page.at(-1)?.timestamp ?? 0;
      }
      expect(sizes).toEqual([100, 100, 50]);
      const all = await allAfter(own.employee, 0, path);
      expect(new Set(all.map(({ id }) => id)).size).toBe(250);
      expect(all.map((visit) => visit.timestamp)).toEqual(
        all.map((visit) => visit.timestamp).sort((a, b) => a - b),
      );
    }
  });

  it('U-31 shows no larger number before a smaller one that is still being written', async () => {
    const own = await givenUsersApi(app);
    const userId = await own.customer();
    const [first, second] = [await writer(), await writer()];
    // The first has the smaller transaction id, the second the smaller number.
    for (const client of [first, second]) {
      await client.query('begin');
      await client.query('select pg_current_xact_id()');
    }
    const smaller = await enter(second, userId, own);
    const larger = await enter(first, userId, own);
    await first.query('commit');
    expect(await visitsAt(own.employee, '/All')).toEqual([]);
    await second.query('commit');
    const shown = await visitsAt(own.employee, '/All');
    expect(shown.map(({ id }) => id)).toEqual([smaller, larger]);
  });

  it('U-31 misses none while others enter and leave', async () => {
    const own = await givenUsersApi(app);
    const userId = await own.customer();
    let writing = true;
    const written = new Map<number, string>();
    const write = async () => {
      const client = await writer();
      for (let visit = 0; visit < 30; visit += 1) {
        await client.query('begin');
        if (visit % 2 === 0) await client.query('select pg_current_xact_id()');
        const id = await enter(client, userId, own);
        await client.query('select pg_sleep(random() * 0.02)');
        await client.query(visit % 10 === 9 ? 'rollback' : 'commit');
        if (visit % 10 === 9) continue;
        written.set(id, 'inside');
        if (visit % 3 !== 0) continue;
        await client.query(`update visits set left_at = clock_timestamp() where id = $1`, [id]);
        written.set(id, 'left');
      }
    };
    const read = async () => {
      const seen = new Map<number, string>();
      let timestamp = 0;
      // A transaction of another test on the same server holds back what comes after it.
      for (const until = Date.now() + 20_000; ;) {
        for (const visit of await allAfter(own.employee, timestamp)) {
          expect(visit.timestamp).toBeGreaterThan(timestamp);
          timestamp = visit.timestamp;
          seen.set(visit.id, visit.exitDate === '' ? 'inside' : 'left');
        }
        const isComplete = !writing && isDeepStrictEqual(sorted(seen), sorted(written));
        if (isComplete || Date.now() > until) return seen;
      }
    };
    const reading = read();
    await Promise.all([write(), write(), write(), write()]);
    writing = false;
    expect(sorted(await reading)).toEqual(sorted(written));
  });

  it('U-31 moves the visits of a merged customer to the surviving one, with a new timestamp; the merged one stays known', async () => {
    const [from, into] = [await world.customer(), await world.customer()];
    await enter(await writer(), from);
    const [before] = await visitsAt(world.employee, `?userId=${from}`);
    await world.admin.post(`/admin/v1/customers/${from}/merge`, { intoCustomerId: into });
    const [after] = await visitsAt(
      world.employee,
      `?userId=${into}&timestamp=${before?.timestamp}`,
    );
    expect(after).toMatchObject({ id: before?.id, userId: into });
    expect(after?.timestamp).toBeGreaterThan(before?.timestamp ?? Infinity);
    expect(await visitsAt(world.employee, `/All?timestamp=${before?.timestamp}`)).toEqual([after]);
    // Not an error: a deleted user is no unknown one.
    expect(await visitsAt(world.employee, `?userId=${from}`)).toEqual([]);
  });

  it('U-31 keeps the visits of a person who was erased', async () => {
    const userId = await world.customer({ email: 'erased.visitor@example.com' });
    const id = await enter(await writer(), userId);
    await world.admin.delete(`/admin/v1/customers/${userId}`);
    const shown = await visitsAt(world.employee, `?userId=${userId}`);
    expect(shown).toMatchObject([{ id, userId }]);
    const all = await allAfter(world.employee, 0);
    expect(all.filter((visit) => visit.id === id)).toHaveLength(1);
  });

  it('U-32 distinguishes a missing user from an unknown one, and shows a person their own visits only', async () => {
    const { api, userId } = await world.person('own@example.com');
    await enter(await writer(), userId);
    const stranger = await world.customer();
    await enter(await writer(), stranger);
    const missing = await world.employee.get('/Api/Users/ClubVisits');
    expect(missing.body.errors).toEqual([
      { code: 'InvalidParameters', property: 'userId', message: expect.any(String) },
    ]);
    const foreign = await (await givenUsersApi(app)).customer();
    for (const id of [foreign, 9_007_199_254_740_991]) {
      const { status, body } = await world.employee.get(`/Api/Users/ClubVisits?userId=${id}`);
      const errors = [{ code: 'InvalidPropertyId', property: 'userId', message: '' }];
      expect({ status, body }).toEqual({ status: 400, body: { errors } });
    }
    const own = await visitsAt(api, `?userId=${stranger}`);
    expect(own.map((visit) => visit.userId)).toEqual([userId]);
    expect(await visitsAt(api, '?userId=nonsense')).toEqual(own);
  });
});
