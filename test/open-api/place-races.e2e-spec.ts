import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { givenAPass } from '../support/access-policies.js';
import { eventually } from '../support/eventually.js';
import { HARD, RaceStage, startReplica, type Racer } from '../support/race-stage.js';

const LOCK_WAITED_FOR = `select from pg_stat_activity
  where wait_event_type = 'Lock' and datname = current_database()`;

const count = (answers: readonly string[]) =>
  Object.fromEntries(
    [...new Set(answers)].map((one) => [one, answers.filter((a) => a === one).length]),
  );

const GATE_STATEMENT_WAITS = `select pid from pg_stat_activity
  where wait_event = 'advisory' and datname = current_database()`;
const HELD_BACK = `
  create function hold_back() returns trigger language plpgsql as $$
  begin perform pg_advisory_xact_lock_shared(88); return new; end $$;
  create trigger hold_back before insert on visits for each row execute function hold_back()`;

/** How often each race is run; a proof asks for more. */
const RUNS = Number(process.env['RACES'] ?? 1);
const LONGEST_MS = 20_000 + RUNS * 10_000;

const repeated = (run: (no: number) => Promise<void>) => async () => {
  for (let no = 0; no < RUNS; no += 1) await run(no);
};

/** The races of `access-rules.md` section 8. */
describe('races for a place over two processes', () => {
  let stage: RaceStage;
  let people: Racer[];

  beforeAll(async () => {
    stage = await RaceStage.open(50);
    people = await stage.people(52);
  });
  afterAll(() => stage.close());

  it(
    'A-23 R1 of fifty people at fifty doors one takes the last place',
    repeated(async () => {
      await stage.twoPlaces(people.slice(0, 1));
      const answers = await Promise.all(
        people.slice(1, 51).map(({ card }, no) => stage.come(card, no)),
      );
      expect(count(answers)).toEqual({ IN: 1, ACCESS_FULL: 49 });
      expect(await stage.inside()).toEqual([2, 2]);
      expect(await stage.seen()).toEqual({ most: 2, fewest: 2, wrong: 0 });
      const [events] = await stage.door.app.sql(
        `select count(*)::int as told from events e join visits v on v.customer_id = e.entity_id and v.left_at is null
         where e.type = 'CUSTOMER_CHECKIN' and e.occurred_at >= v.entered_at`,
      );
      expect(events).toEqual({ told: 2 });
    }),
    LONGEST_MS,
  );

  it(
    'A-23 of ten people whose scans share a statement two take the two places',
    repeated(async () => {
      await stage.twoPlaces();
      const via = stage.replicas[0]!.api;
      const answers = await Promise.all(
        people.slice(0, 10).map(({ card }, no) => stage.come(card, no, { via })),
      );
      expect(count(answers)).toEqual({ IN: 2, ACCESS_FULL: 8 });
      expect(await stage.inside()).toEqual([2, 2]);
    }),
    LONGEST_MS,
  );

  it(
    'A-23 R2 ten exits and ten entries at once never let a third one in',
    repeated(async () => {
      await stage.twoPlaces(people.slice(0, 2));
      const exits = people.slice(0, 10).map(({ card }, no) => stage.leave(card, no));
      const entries = people.slice(20, 30).map(({ card }, no) => stage.come(card, no));
      await Promise.all([...exits, ...entries]);
      const { most, fewest, wrong } = await stage.seen();
      expect([most <= 2, fewest >= 0, wrong]).toEqual([true, true, 0]);
      const [open, inside] = await stage.inside();
      expect(inside).toBe(open);
    }),
    LONGEST_MS,
  );

  it(
    'A-23 R3 two who wait for Wellhub are both validated, and one gets in',
    repeated(async () => {
      await stage.twoPlaces(people.slice(0, 1));
      const both = await Promise.all([stage.arrival(), stage.arrival()]);
      const answers = await Promise.all(both.map(({ card }, no) => stage.come(card, no)));
      expect(count(answers)).toEqual({ IN: 1, ACCESS_FULL: 1 });
      const calls = () => both.map(({ wellhubId }) => stage.door.simulator.ledger(wellhubId).calls);
      expect(calls()).toEqual([1, 1]);
      for (const { id } of both) expect(await stage.door.states(id)).toEqual(['VALIDATED']);
      await stage.leave(people[0]!.card);
      const late = both[answers.indexOf('ACCESS_FULL')]!;
      expect(await stage.come(late.card, 1)).toBe('IN');
      expect(calls()).toEqual([1, 1]);
      expect((await stage.seen()).wrong).toBe(0);
    }),
    LONGEST_MS,
  );

  /** All at once: those that come are held until both processes have one that waits for the person. */
  const together = async (customerId: number, scans: () => Promise<string>[]) => {
    const holder = new Client({ connectionString: stage.door.app.settings.databaseUrl });
    await holder.connect();
    await stage.known(customerId);
    await holder.query('begin');
    await holder.query('select from presence where customer_id = $1 for update', [customerId]);
    const coming = scans();
    await eventually(
      () => stage.door.app.sql(LOCK_WAITED_FOR),
      (rows) => rows.length >= 2,
    );
    await holder.end();
    return Promise.all(coming);
  };

  it(
    'A-23 R4 a card at two doors takes one place',
    repeated(async () => {
      await stage.twoPlaces(people.slice(0, 1));
      const { id, card } = people[1]!;
      const answers = await together(id, () => [stage.come(card, 0), stage.come(card, 1)]);
      expect(count(answers)).toEqual({ IN: 1, ACCESS_CODE_ALREADY_USED: 1 });
      expect(await stage.inside()).toEqual([2, 2]);
    }),
    LONGEST_MS,
  );

  it(
    'A-23 R5 the last entry of a guest pass opens one of twenty doors',
    repeated(async () => {
      await stage.twoPlaces();
      const [gus] = await stage.people(1, false);
      const { id, card } = gus!;
      const { partnerId } = stage.door.world;
      const pass = await givenAPass(stage.door.app, { partnerId, customerId: id }, {});
      const answers = await together(id, () =>
        Array.from({ length: 20 }, (_, no) => stage.come(card, no)),
      );
      // A scan that reaches its process only when the first one is over comes without a right.
      const { IN, ACCESS_CODE_ALREADY_USED, CONTRACT_REQUIRED = 0, ...others } = count(answers);
      expect([IN, others]).toEqual([1, {}]);
      expect((ACCESS_CODE_ALREADY_USED ?? 0) + CONTRACT_REQUIRED).toBe(19);
      const [row] = await stage.door.app.sql(
        'select entries - entries_used as left, cardinality(used_at) as used from access_passes where id = $1',
        [pass],
      );
      expect(row).toEqual({ left: 0, used: 1 });
    }),
    LONGEST_MS,
  );

  it(
    'A-23 R6 two fresh codes of one person at two doors open one',
    repeated(async (no) => {
      await stage.twoPlaces();
      await stage.policy({ antiPassback: HARD });
      const { fetchCode } = stage.door.world;
      const { id } = people[3 + no]!;
      const codes = [await fetchCode(id), await fetchCode(id)];
      const answers = await Promise.all(
        codes.map((code, at) => stage.come(code, at, { type: 'QR_CODE' })),
      );
      expect(answers.filter((answer) => answer === 'IN')).toHaveLength(1);
      expect(['ACCESS_ANTI_PASSBACK', 'ACCESS_CODE_ALREADY_USED']).toContain(
        answers.find((answer) => answer !== 'IN'),
      );
    }),
    LONGEST_MS,
  );

  it(
    'A-23 R7 a capacity that comes while three are inside admits no person until one is left',
    repeated(async () => {
      await stage.twoPlaces();
      await stage.policy({});
      for (const [no, { card }] of people.slice(0, 3).entries()) await stage.come(card, no);
      await stage.policy({ capacity: { max: 2, warnAtPercent: null } });
      const tries = async () =>
        count(await Promise.all(people.slice(10, 14).map(({ card }, no) => stage.come(card, no))));
      expect(await tries()).toEqual({ ACCESS_FULL: 4 });
      await stage.leave(people[0]!.card);
      expect(await tries()).toEqual({ ACCESS_FULL: 4 });
      await stage.leave(people[1]!.card);
      expect(await tries()).toEqual({ IN: 1, ACCESS_FULL: 3 });
      expect(await stage.inside()).toEqual([2, 2]);
    }),
    LONGEST_MS,
  );

  it(
    'A-23 R8 a process that is killed between lock and commit leaves counter and visits in agreement',
    repeated(async (no) => {
      await stage.twoPlaces(people.slice(0, 1));
      const { sql, settings } = stage.door.app;
      const replica = await startReplica(stage.door);
      const holder = new Client({ connectionString: settings.databaseUrl });
      await holder.connect();
      await sql(HELD_BACK);
      await holder.query('select pg_advisory_lock(88)');
      const scan = stage.come(people[1]!.card, 0, { via: replica.api }).catch(() => 'LOST');
      const waiting = await eventually(
        () => sql<{ pid: number }>(GATE_STATEMENT_WAITS),
        (rows) => rows.length > 0,
      );
      expect(waiting).toHaveLength(1);
      await replica.kill();
      expect(await scan).toBe('LOST');
      // The server notices the end of a connection at once, or when the statement is over.
      if (no % 2 === 0) await sql('select pg_terminate_backend($1)', [waiting[0]!.pid]);
      await holder.end();
      await sql('drop trigger hold_back on visits; drop function hold_back');
      await eventually(
        () => sql('select from pg_stat_activity where pid = $1', [waiting[0]!.pid]),
        (rows) => rows.length === 0,
      );
      const [open, inside] = await stage.inside();
      expect(inside).toBe(open);
      expect(open).toBe(no % 2 === 0 ? 1 : 2);
      expect(await stage.come(people[2]!.card, 1)).toBe(open === 1 ? 'IN' : 'ACCESS_FULL');
    }),
    LONGEST_MS,
  );
});
