import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Database } from '../../src/platform/database/database.js';
import { Visits } from '../../src/visits/index.js';
import { VisitClosingWorker } from '../../src/visits/visit-closing.worker.js';
import { givenAPass, givenAPolicy } from '../support/access-policies.js';
import { eventually } from '../support/eventually.js';
import { givenADoor, type GateWorld, type ScanOptions } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

const OFF = { mode: 'OFF', minutes: null, scope: 'GYM' } as const;
const HARD = { ...OFF, mode: 'HARD' } as const;

describe('places and ways at a door', () => {
  let app: TestApp;
  let world: GateWorld;
  let exit: string;
  let both: string;
  let second: number;
  let there: string;

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    world = await givenADoor(app);
    second = await world.gym();
    exit = await world.device('OUT');
    both = await world.device('BOTH');
    there = await world.device('IN', second);
  });
  afterAll(() => app.close());

  const policy = (values: Parameters<typeof givenAPolicy>[2], gymId = world.gymId) =>
    givenAPolicy(app, { partnerId: world.partnerId, gymId }, values);
  const full = (max: number, gymId = world.gymId) =>
    policy({ capacity: { max, warnAtPercent: null } }, gymId);
  const member = async () => {
    const id = await world.customer();
    await world.withContract(id);
    return id;
  };
  const scan = async (id: number, options: ScanOptions = {}) =>
    world.scan(await world.fetchCode(id), options);
  /** `IN`, `OUT` or the code of the refusal. */
  const come = async (id: number, token = world.deviceToken) => {
    const { body } = await scan(id, { token });
    return (body.direction ?? body.errorCode) as string;
  };
  const leave = (id: number) => come(id, exit);
  const inside = async (gymId = world.gymId) => {
    const { body } = await world.admin.get(`/admin/v1/gyms/${gymId}/occupancy`);
    const [row] = await app.sql<{ open: number }>(
      'select count(*)::int as open from visits where gym_id = $1 and left_at is null',
      [gymId],
    );
    expect(body.inside).toBe(row?.open);
    return body.inside as number;
  };
  const decisions = async (id: number) =>
    (
      await app.sql(
        'select result, access_right, rule_id, note from gate_decisions where customer_id = $1 order by at',
        [id],
      )
    ).map(({ result, access_right, rule_id, note }) => [result, access_right, rule_id, note]);
  const alerts = async (code: string) =>
    (
      await app.sql<{ count: number }>(
        'select count from alerts where partner_id = $1 and code = $2',
        [world.partnerId, code],
      )
    ).map(({ count }) => count);
  const atDesk = (customerId: number, gymId = world.gymId) =>
    app.app
      .get(Database)
      .transaction((tx) => app.app.get(Visits).openAtDesk(tx, world.partnerId, customerId, gymId));

  describe('capacity', () => {
    it('A-23 A-24 the place after the last is refused until a person leaves, and the code is unused', async () => {
      await full(2);
      const [a, b, c] = [await member(), await member(), await member()];
      expect([await come(a), await come(b)]).toEqual(['IN', 'IN']);
      const code = await world.fetchCode(c);
      const refused = await world.scan(code);
      expect([refused.status, refused.body.errorCode]).toEqual([403, 'ACCESS_FULL']);
      expect(await inside()).toBe(2);
      expect(await decisions(c)).toEqual([['ACCESS_FULL', 'CONTRACT', null, null]]);
      expect(await leave(a)).toBe('OUT');
      expect((await world.scan(code)).body.direction).toBe('IN');
      expect(await inside()).toBe(2);
    });

    it('A-23 staff and people who are inside need no place; both ways, leaving is always open', async () => {
      await full(1);
      const [a, b] = [await member(), await member()];
      const staff = await world.customer();
      await givenAPass(app, { partnerId: world.partnerId, customerId: staff }, { type: 'STAFF' });
      expect(await come(a)).toBe('IN');
      expect(await come(a)).toBe('IN');
      expect(await come(staff)).toBe('IN');
      expect(await inside()).toBe(2);
      expect(await come(b)).toBe('ACCESS_FULL');
      expect(await come(a, both)).toBe('OUT');
      expect(await leave(staff)).toBe('OUT');
      expect(await leave(b)).toBe('OUT');
      expect(await inside()).toBe(0);
    });

    it('A-24 who enters another gym leaves this one, whether that one counts or not', async () => {
      await full(2);
      const [a, b] = [await member(), await member()];
      await come(a);
      await come(b);
      expect(await come(a, there)).toBe('IN');
      expect(await inside()).toBe(1);
      await full(5, second);
      expect(await come(b, there)).toBe('IN');
      expect([await inside(), await inside(second)]).toEqual([0, 2]);
      expect(await come(a)).toBe('IN');
      expect([await inside(), await inside(second)]).toEqual([1, 1]);
    });

    it('A-24 the desk fills a gym beyond its capacity, and its visit is taken over although it is full', async () => {
      await full(1);
      const [a, b] = [await member(), await member()];
      await come(a);
      await atDesk(b);
      expect(await inside()).toBe(2);
      expect(await come(b)).toBe('IN');
      expect(await inside()).toBe(2);
      expect(await come(await member())).toBe('ACCESS_FULL');
    });

    it('R7 a capacity below the number inside admits no person until enough have left', async () => {
      const people = [await member(), await member(), await member()];
      for (const id of people) await come(id);
      await full(2);
      const late = await member();
      expect(await come(late)).toBe('ACCESS_FULL');
      await leave(people[0]!);
      expect(await come(late)).toBe('ACCESS_FULL');
      await leave(people[1]!);
      expect(await come(late)).toBe('IN');
      expect(await inside()).toBe(2);
    });

    it('A-23 A-30 a dry run sees that it is full, and takes no place', async () => {
      await full(1);
      const [a, b] = [await member(), await member()];
      expect((await scan(a, { execute: false })).status).toBe(200);
      expect(await inside()).toBe(0);
      await come(a);
      const dry = await scan(b, { execute: false });
      expect([dry.body.errorCode, dry.body.reference]).toEqual(['ACCESS_FULL', 'capacity']);
      expect(await inside()).toBe(1);
    });

    it('A-25 without a capacity no door waits for another one; with it entries wait for the one row', async () => {
      await full(5);
      const holder = new Client({ connectionString: app.settings.databaseUrl });
      await holder.connect();
      try {
        await holder.query('begin');
        await holder.query('select from gym_occupancy where gym_id = $1 for update', [world.gymId]);
        const waiting = come(await member());
        await eventually(
          () =>
            app.sql(
              `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
            ),
          (rows) => rows.length > 0,
        );
        await holder.query('rollback');
        expect(await waiting).toBe('IN');
        await policy({ capacity: null });
        expect(await app.sql('select from gym_occupancy where gym_id = $1', [world.gymId])).toEqual(
          [],
        );
        const entered = await member();
        await come(entered);
        await holder.query('begin');
        await holder.query('select from presence where customer_id = $1 for update', [entered]);
        expect(await come(await member())).toBe('IN');
      } finally {
        await holder.end();
      }
    });
  });

  describe('anti-passback', () => {
    it('A-21 HARD refuses a second entry until the exit, desk check-out and automatic closing', async () => {
      await policy({ antiPassback: HARD });
      const id = await member();
      expect(await come(id)).toBe('IN');
      expect(await come(id)).toBe('ACCESS_ANTI_PASSBACK');
      expect(await decisions(id)).toEqual([
        ['OPEN', 'CONTRACT', null, null],
        ['ACCESS_ANTI_PASSBACK', 'CONTRACT', null, null],
      ]);
      expect([await leave(id), await come(id)]).toEqual(['OUT', 'IN']);
      const [visit] = await app.sql(
        'select id from visits where customer_id = $1 and left_at is null',
        [id],
      );
      await world.admin.post(`/admin/v1/visits/${visit?.['id']}/leave`);
      expect(await come(id)).toBe('IN');
      await app.sql(
        `update visits set entered_at = entered_at - interval '1 day' where customer_id = $1`,
        [id],
      );
      await app.app.get(VisitClosingWorker).closeOverdue();
      expect(await come(id)).toBe('IN');
    });

    it('A-21 refuses for some minutes only, where the policy says so', async () => {
      await policy({ antiPassback: { ...HARD, minutes: 60 } });
      const id = await member();
      await come(id);
      const entered = (minutes: number) =>
        app.sql(
          `update presence set entered_at = now() - make_interval(mins => $2), moved_at = now() - interval '5 s'
            where customer_id = $1`,
          [id, minutes],
        );
      await entered(59);
      expect(await come(id)).toBe('ACCESS_ANTI_PASSBACK');
      await entered(60);
      expect(await come(id)).toBe('IN');
    });

    it('A-21 a visit at another gym counts with scope PARTNER alone, one of the desk never, a door for both ways never', async () => {
      await policy({ antiPassback: HARD });
      const id = await member();
      expect([await come(id, there), await come(id)]).toEqual(['IN', 'IN']);
      await policy({ antiPassback: { ...HARD, scope: 'PARTNER' } });
      const other = await member();
      expect([await come(other, there), await come(other)]).toEqual(['IN', 'ACCESS_ANTI_PASSBACK']);
      expect(await come(other, both)).toBe('IN');
      expect(await come(other, both)).toBe('OUT');
      const desk = await member();
      await atDesk(desk);
      expect(await come(desk)).toBe('IN');
      expect(await come(desk)).toBe('ACCESS_ANTI_PASSBACK');
      const staff = await member();
      await givenAPass(app, { partnerId: world.partnerId, customerId: staff }, { type: 'STAFF' });
      expect([await come(staff), await come(staff)]).toEqual(['IN', 'IN']);
    });

    it('A-21 SOFT opens, notes it in the decision and raises one alert', async () => {
      await policy({ antiPassback: { ...OFF, mode: 'SOFT' } });
      const id = await member();
      expect([await come(id), await come(id)]).toEqual(['IN', 'IN']);
      expect((await decisions(id)).map(([, , , note]) => note)).toEqual([null, 'ANTI_PASSBACK']);
      const raised = () => alerts('gate.anti-passback');
      expect(await eventually(raised, (found) => found.length > 0)).toEqual([1]);
      expect((await scan(id, { execute: false })).status).toBe(200);
      expect(await raised()).toEqual([1]);
    });

    it('A-21 a repeat within the window has the first answer', async () => {
      await policy({ antiPassback: HARD });
      const card = '77001122';
      const id = await world.customer({ cardNumber: { value: card, format: 'DECIMAL' } });
      await world.withContract(id);
      const nonce = randomUUID();
      const first = await world.scan(card, { type: 'NUMBER', nonce });
      const again = await world.scan(card, { type: 'NUMBER', nonce });
      expect([first.status, again.status, again.body.repeated]).toEqual([200, 200, true]);
      const quick = await world.scan(card, { type: 'NUMBER', nonce: null });
      expect(quick.body.errorCode).toBe('ACCESS_ANTI_PASSBACK');
    });

    it('A-4 A-21 the first reason answers: anti-passback before a missing right, a right before a full gym', async () => {
      await policy({ antiPassback: HARD, capacity: { max: 1, warnAtPercent: null } });
      const id = await member();
      await come(id);
      await app.sql('update contracts set is_active = false where customer_id = $1', [id]);
      expect(await come(id)).toBe('ACCESS_ANTI_PASSBACK');
      expect(await come(await world.customer())).toBe('CONTRACT_REQUIRED');
    });
  });

  describe('guest passes', () => {
    const guest = async (entries: number, more: object = {}) => {
      const id = await world.customer();
      const pass = await givenAPass(
        app,
        { partnerId: world.partnerId, customerId: id },
        {
          entries,
          ...more,
        },
      );
      return { id, pass };
    };
    const used = async (pass: number) => {
      const [row] = await app.sql(
        'select entries_used, cardinality(used_at) as times from access_passes where id = $1',
        [pass],
      );
      return [row?.['entries_used'], row?.['times']];
    };

    it('A-17 two entries are two visits; repeats, dry runs, exits and take-overs use none', async () => {
      const { id, pass } = await guest(2);
      expect((await scan(id, { execute: false })).status).toBe(200);
      const [code, nonce] = [await world.fetchCode(id), randomUUID()];
      await world.scan(code, { nonce });
      expect((await world.scan(code, { nonce })).body.repeated).toBe(true);
      expect(await used(pass)).toEqual([1, 1]);
      expect(await leave(id)).toBe('OUT');
      await atDesk(id);
      expect(await come(id)).toBe('IN');
      expect(await used(pass)).toEqual([1, 1]);
      expect([await leave(id), await come(id)]).toEqual(['OUT', 'IN']);
      expect(await used(pass)).toEqual([2, 2]);
      expect([await leave(id), await come(id)]).toEqual(['OUT', 'CONTRACT_REQUIRED']);
      expect((await decisions(id)).at(0)).toEqual(['OPEN', 'GUEST', null, null]);
    });

    it('A-17 a pass that ends today opens, one that ended yesterday does not; the first to end is used first', async () => {
      const zone = 'America/Sao_Paulo';
      const day = async (shift: number) => {
        const [row] = await app.sql<{ day: string }>(
          `select ((now() at time zone $1)::date + $2::int)::text as day`,
          [zone, shift],
        );
        return row!.day;
      };
      const over = await guest(1, { validUntil: await day(-1) });
      expect(await come(over.id)).toBe('CONTRACT_REQUIRED');
      const { id, pass } = await guest(1, { validUntil: await day(3) });
      const soon = await givenAPass(
        app,
        { partnerId: world.partnerId, customerId: id },
        {
          validUntil: await day(0),
        },
      );
      expect(await come(id)).toBe('IN');
      expect([await used(soon), await used(pass)]).toEqual([
        [1, 1],
        [0, 0],
      ]);
    });

    it('A-3 A-17 a full gym uses no entry', async () => {
      await full(1);
      await come(await member());
      const { id, pass } = await guest(1);
      expect(await come(id)).toBe('ACCESS_FULL');
      expect(await used(pass)).toEqual([0, 0]);
    });
  });
});
