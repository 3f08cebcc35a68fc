import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { eventually } from '../support/eventually.js';
import { KnownPeople } from '../../src/door-outage/index.js';
import { SecretBox } from '../../src/platform/crypto/secret-box.js';
import { Spool } from '../../src/platform/spool/spool.js';
import { createDatabase } from '../support/databases.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { DatabaseProxy } from '../support/proxy.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';

type Started = Parameters<typeof startApp>[0];

const INSERT_CHECK_IN = `
  insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, state, cause, event_at, local_day,
    expires_at, deadline_at)
  select c.partner_id, gen_random_uuid(), $3, c.id, c.wellhub_id, $4, 'WEBHOOK', clock_timestamp(),
    (clock_timestamp() at time zone g.time_zone)::date, clock_timestamp() + interval '1 hour',
    clock_timestamp() + interval '1 hour'
  from customers c join gyms g on g.partner_id = c.partner_id and g.id = $3
  where c.partner_id = $1 and c.id = $2`;

describe('scans while the database is away', () => {
  let proxy: DatabaseProxy;
  let direct: Client;
  let app: TestApp;
  let world: GateWorld;
  let next = 550_000;

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    proxy = await DatabaseProxy.before(databaseUrl);
    direct = new Client({ connectionString: databaseUrl });
    await direct.connect();
    app = await startApp({ ...PROMISED_DEADLINES, databaseUrl: proxy.url });
    world = await givenADoor(app);
  });
  afterEach(async () => {
    await drained();
  });
  afterAll(async () => {
    await app.close();
    await direct.end();
    await proxy.close();
  });

  const policy = async (whenStorageIsDown: string, gymId = world.gymId) => {
    const answer = await world.admin.patch(`/admin/v1/gyms/${gymId}`, { whenStorageIsDown });
    expect([answer.status, answer.body.whenStorageIsDown]).toEqual([200, whenStorageIsDown]);
  };
  const withCard = async (contract = true) => {
    const card = String((next += 1));
    const id = await world.customer({ cardNumber: { value: card, format: 'DECIMAL' } });
    if (contract) await world.withContract(id);
    return { id, card };
  };
  const asMember = async (id: number, state: string) => {
    await direct.query('update customers set wellhub_id = $2 where id = $1', [
      id,
      String(9_000_000_000_000 + id),
    ]);
    await direct.query(INSERT_CHECK_IN, [world.partnerId, id, world.gymId, state]);
  };
  const withCheckIn = async (state: string) => {
    const person = await withCard(false);
    await asMember(person.id, state);
    return person;
  };
  const byCard = (
    card: string,
    { token = world.deviceToken, nonce = randomUUID(), via = app.api, execute = true } = {},
  ) => world.scan(card, { token, type: 'NUMBER', nonce, via, execute });
  const refresh = (of = app) => of.app.get(KnownPeople).refresh();
  const away = async () => {
    await refresh();
    await proxy.refuse();
  };
  const back = async (of = app) => {
    await proxy.pass();
    const isBack = async () => (await of.api.get('/health/database')).status === 200;
    expect(await eventually(isBack, Boolean)).toBe(true);
  };
  const outage = async (of = app) => (await of.api.get('/health/details')).body.doorOutage;
  const drained = async (of = app) => {
    await back(of);
    const waiting = async () => (await outage(of)).spool.waiting as number;
    expect(await eventually(waiting, (count) => count === 0)).toBe(0);
    await refresh(of);
  };
  const visitsOf = async (id: number) =>
    (
      await direct.query<{ id: number; at: Date; left: Date | null }>(
        'select id, entered_at as at, left_at as left from visits where customer_id = $1 order by entered_at',
        [id],
      )
    ).rows;
  const eventsOf = async (id: number) =>
    (
      await direct.query<{ type: string }>(
        `select type from events where entity_id = $1 and type like 'CUSTOMER_CHECK%' order by occurred_at`,
        [id],
      )
    ).rows.map(({ type }) => type);
  const decisionsOf = async (id: number) =>
    (
      await direct.query<{ result: string; note: string | null; visit_id: string }>(
        'select result, note, visit_id from gate_decisions where customer_id = $1',
        [id],
      )
    ).rows;

  describe('at a gym that does not require more', () => {
    it('O-52 are answered 503, known people included, and nothing of a person is stored', async () => {
      await policy('DENY');
      const { id, card } = await withCard();
      await away();
      expect(await outage()).toMatchObject({ snapshot: { gyms: 0, people: 0 } });
      const { status, headers } = await byCard(card);
      expect([status, headers.get('retry-after')]).toEqual([503, '1']);
      await drained();
      expect(await visitsOf(id)).toEqual([]);
    });
  });

  describe('at a gym with whenStorageIsDown ADMIT_KNOWN', () => {
    beforeEach(async () => {
      await policy('ADMIT_KNOWN');
    });

    it('O-52 admit a known member once, who has one visit with its time, one event and one decision afterwards', async () => {
      const { id, card } = await withCard();
      await away();
      const nonce = randomUUID();
      const before = Date.now();
      const opened = await byCard(card, { nonce });
      const after = Date.now();
      expect([opened.status, opened.body]).toEqual([
        200,
        { authorized: true, customerId: id, direction: 'IN', provisional: false },
      ]);
      expect((await byCard(card, { nonce })).body).toEqual({ ...opened.body, repeated: true });
      expect((await byCard(card)).status).toBe(503);
      expect((await outage()).spool).toMatchObject({ state: 'ready', waiting: 1 });
      await drained();
      const [visit, ...more] = await visitsOf(id);
      expect(more).toEqual([]);
      expect(visit?.left).toBeNull();
      expect(visit?.at.getTime()).toBeGreaterThan(before - 1_000);
      expect(visit?.at.getTime()).toBeLessThan(after + 1_000);
      expect(await eventsOf(id)).toEqual(['CUSTOMER_CHECKIN']);
      expect(await decisionsOf(id)).toEqual([
        { result: 'OPEN', note: 'decided while the database was away', visit_id: visit?.id },
      ]);
      // The turnstile that lost the answer is given it still.
      expect((await byCard(card, { nonce })).body).toMatchObject({
        repeated: true,
        customerId: id,
      });
      expect(await visitsOf(id)).toHaveLength(1);
    });

    it('O-52 of many scans of one card at once at several doors one opens', async () => {
      const { id, card } = await withCard();
      const other = await world.device('BOTH');
      await away();
      const scans = Array.from({ length: 20 }, (_, no) =>
        byCard(card, { token: no % 2 ? other : world.deviceToken }),
      );
      const statuses = (await Promise.all(scans)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, ...Array.from({ length: 19 }, () => 503)]);
      await drained();
      expect(await visitsOf(id)).toHaveLength(1);
    });

    it('O-52 admit no person who is unknown, restricted, disabled, blocked or without a right of today, no code, no dry run', async () => {
      const restricted = await withCard();
      const path = `/admin/v1/customers/${restricted.id}/restriction`;
      expect((await world.admin.put(path, { reason: 'unpaid' })).status).toBeLessThan(300);
      const blocked = await withCard();
      await direct.query('update customers set card_blocked = true where id = $1', [blocked.id]);
      const disabled = await withCard();
      await direct.query(`update customers set status = 'DISABLED' where id = $1`, [disabled.id]);
      const withoutRight = await withCard(false);
      const known = await withCard();
      const code = await world.fetchCode(known.id);
      await away();
      for (const { card } of [restricted, blocked, disabled, withoutRight, { card: '1' }])
        expect([card, (await byCard(card)).status]).toEqual([card, 503]);
      expect((await world.scan(code)).status).toBe(503);
      expect((await byCard(known.card, { execute: false })).status).toBe(503);
      expect((await byCard(known.card, { token: randomUUID() })).status).toBe(503);
      expect((await outage()).spool.waiting).toBe(0);
      await drained();
    });

    it('O-52 a Wellhub member with a check-in that was validated today is known, one whose check-in waits is not', async () => {
      const validated = await withCheckIn('VALIDATED');
      const pending = await withCheckIn('PENDING');
      await away();
      expect((await byCard(validated.card)).status).toBe(200);
      expect((await byCard(pending.card)).status).toBe(503);
      await drained();
      expect(await visitsOf(validated.id)).toHaveLength(1);
    });

    it('O-52 hand a check-in that waits over to the worker, once it is known who came', async () => {
      const { id, card } = await withCard();
      await asMember(id, 'PENDING');
      await away();
      expect((await byCard(card)).status).toBe(200);
      await drained();
      const { rows } = await direct.query(
        'select asked_at is not null as asked from check_ins where customer_id = $1',
        [id],
      );
      expect(rows).toEqual([{ asked: true }]);
    });

    it('O-52 take over the visit that the desk opened, with its time and no second event', async () => {
      const { id, card } = await withCard();
      const { rows } = await direct.query(
        `with visit as (insert into visits (partner_id, customer_id, gym_id, source, entered_at)
           values ($1, $2, $3, 'DESK', clock_timestamp()) returning id, entered_at)
         insert into presence (partner_id, customer_id, visit_id, visit_gym_id, visit_source, entered_at)
         select $1, $2, id, $3, 'DESK', entered_at from visit returning visit_id as id`,
        [world.partnerId, id, world.gymId],
      );
      await away();
      expect((await byCard(card)).status).toBe(200);
      await drained();
      expect((await visitsOf(id)).map((visit) => [visit.id, visit.left])).toEqual([
        [rows[0].id, null],
      ]);
      expect(await eventsOf(id)).toEqual([]);
      expect(await decisionsOf(id)).toMatchObject([{ visit_id: rows[0].id }]);
    });

    it('O-52 who was erased meanwhile has no visit, and nothing waits for them', async () => {
      const { id, card } = await withCard();
      await away();
      expect((await byCard(card)).status).toBe(200);
      await direct.query(`update customers set status = 'ERASED' where id = $1`, [id]);
      await drained();
      expect(await visitsOf(id)).toEqual([]);
    });

    it('O-52 a database that hangs opens no door before its deadline, and does not close them for long', async () => {
      const { card } = await withCard();
      await refresh();
      proxy.hang();
      const isOpen = async () => (await byCard(card)).status;
      expect(await eventually(isOpen, (status) => status === 200, 40_000)).toBe(200);
    });

    it('O-52 only at doors that people enter by, and not for a person inside at a two-way door', async () => {
      const { card } = await withCard();
      const inside = await withCard();
      const out = await world.device('OUT');
      const both = await world.device('BOTH');
      expect((await byCard(inside.card, { token: both })).status).toBe(200);
      await away();
      expect((await byCard(card, { token: out })).status).toBe(503);
      expect((await byCard(inside.card, { token: both })).status).toBe(503);
      expect((await byCard(card, { token: both })).status).toBe(200);
      await drained();
    });

    it('O-52 ten unknown cards close the reader for known ones, too', async () => {
      const { card } = await withCard();
      const token = await world.device('IN');
      await away();
      for (let no = 0; no < 10; no += 1)
        expect((await byCard(`77${no}`, { token })).status).toBe(503);
      expect((await byCard(card, { token })).status).toBe(503);
      expect((await byCard(card)).status).toBe(200);
      await drained();
    });

    it('O-52 and the member may be admitted again in the next outage', async () => {
      const { id, card } = await withCard();
      await away();
      expect((await byCard(card)).status).toBe(200);
      await drained();
      await away();
      expect((await byCard(card)).status).toBe(200);
      await drained();
      expect((await visitsOf(id)).map(({ left }) => left !== null)).toEqual([true, false]);
      expect(await eventsOf(id)).toEqual([
        'CUSTOMER_CHECKIN',
        'CUSTOMER_CHECKOUT',
        'CUSTOMER_CHECKIN',
      ]);
      expect((await app.api.get('/metrics')).text).toMatch(
        /gatehouse_door_outage_possible_doubles_total [1-9]/,
      );
    });

    it('O-52 a scan that a door decided in between leaves the earlier visit behind it', async () => {
      const { id, card } = await withCard();
      await away();
      expect((await byCard(card)).status).toBe(200);
      // Another replica has the database, and lets them in a moment later.
      await direct.query(
        'insert into presence (partner_id, customer_id, moved_at) values ($1, $2, clock_timestamp())',
        [world.partnerId, id],
      );
      await drained();
      const visits = await visitsOf(id);
      expect(visits).toHaveLength(1);
      expect(visits[0]?.left).not.toBeNull();
      expect(await eventsOf(id)).toEqual(['CUSTOMER_CHECKIN', 'CUSTOMER_CHECKOUT']);
    });

    it('O-52 a replica that ends meanwhile loses nothing: the next one makes the visit, and a copied record none', async () => {
      const { id, card } = await withCard();
      const first = await startApp({ ...PROMISED_DEADLINES, databaseUrl: proxy.url });
      await refresh(first);
      await proxy.refuse();
      expect((await byCard(card, { via: first.api })).status).toBe(200);
      await first.close();
      const folder = join(first.settings.spoolDir ?? '', 'door');
      const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.spool'));
      copyFileSync(join(folder, file), join(folder, `f${file.slice(1)}`));
      await proxy.pass();
      const second = await startApp({
        ...PROMISED_DEADLINES,
        databaseUrl: proxy.url,
        spoolDir: first.settings.spoolDir,
      });
      await drained(second);
      expect(await visitsOf(id)).toHaveLength(1);
      expect(await eventsOf(id)).toEqual(['CUSTOMER_CHECKIN']);
      await second.close();
    });

    it('O-52 files of the spool that cannot become visits are kept, counted, and named in an alert', async () => {
      const { secretsKeys, dataDir } = app.settings;
      const spoolDir = join(dataDir, 'kept');
      const leave = async (key: Buffer, record: string) => {
        const box = new SecretBox([key], 'door-spool');
        const spool = new Spool({ path: join(spoolDir, 'door'), maxBytes: 1e6, box });
        await spool.tend();
        await spool.append(Buffer.from(record));
        await spool.close();
      };
      await leave(randomBytes(32), 'of another installation');
      await leave(secretsKeys[0] ?? randomBytes(32), 'of a layout that nobody knows');
      writeFileSync(join(spoolDir, 'door', 'copy.spool'), 'a file that somebody copied');
      const next = await startApp({
        ...PROMISED_DEADLINES,
        databaseUrl: proxy.url,
        secretsKeys,
        spoolDir,
      });
      const alerts = async () => {
        const { body } = await app.operator.get('/admin/v1/installation/alerts?open=true');
        return body.items
          .filter(({ code }: { code: string }) => code === 'gate.spool-kept-aside')
          .map(({ detail }: { detail: string }) => detail.split(' ', 3).join(' '))
          .sort();
      };
      expect(await eventually(alerts, (found) => found.length === 3)).toEqual([
        'It cannot be',
        'It is damaged,',
        'It is encrypted',
      ]);
      expect((await outage(next)).spool).toMatchObject({
        state: 'ready',
        waiting: 0,
        aside: [expect.any(String)],
        foreign: [{ keyId: expect.stringMatching(/^[0-9a-f]{8}$/) }],
        unreadable: [{ name: 'copy.spool' }],
      });
      expect((await next.api.get('/metrics')).text).toContain(
        'gatehouse_spool_set_aside_files{spool="door"} 3',
      );
      await next.close();
    });

    it.each<[string, Started]>([
      ['off', { spoolDir: undefined }],
      ['full', { spoolMaxBytes: 10 }],
    ])('O-52 no person is admitted while the spool is %s', async (state, settings) => {
      const { card } = await withCard();
      const bare = await startApp({ ...PROMISED_DEADLINES, databaseUrl: proxy.url, ...settings });
      await refresh(bare);
      await proxy.refuse();
      expect((await byCard(card, { via: bare.api })).status).toBe(503);
      expect((await outage(bare)).spool.state).toBe(state);
      await back(bare);
      await bare.close();
    });
  });
});
