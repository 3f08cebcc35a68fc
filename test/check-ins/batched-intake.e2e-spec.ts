import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { Database } from '../../src/platform/database/database.js';
import { runOutsideRequests } from '../../src/platform/deadline/request-context.js';
import { Workers } from '../../src/platform/worker/workers.js';
import { CheckInsRepository } from '../../src/check-in-validation/check-ins/check-ins.repository.js';
import { CheckInIntakeWorker } from '../../src/check-in-validation/intake/check-in-intake.worker.js';
import { CheckInStage, newWellhubId, type CheckInWorld } from '../support/check-in-stage.js';

describe('events that one poll handles together', () => {
  let stage: CheckInStage;
  let gate: CheckInWorld;

  beforeAll(async () => {
    stage = await CheckInStage.open();
    gate = await stage.partner({ gym: { validationMode: 'GATE' } });
    // Every look is the test's.
    await stage.app.app.get(Workers).beforeApplicationShutdown();
  });
  afterAll(() => stage.close());

  const look = () => stage.app.app.get(CheckInIntakeWorker).run();
  const send = async (event: unknown) => expect((await gate.posts.send(event)).status).toBe(200);
  const plain = (wellhubId: string, user: object = {}) =>
    gate.posts.checkIn(wellhubId, { user: { unique_token: wellhubId, ...user } });
  const someKnown = async (n: number) => {
    const ids = Array.from({ length: n }, newWellhubId);
    for (const id of ids) await gate.customer(id);
    return ids;
  };
  /** Linked by Wellhub's registration, so that an e-mail can match the customer. */
  const memberWith = async (email: string) => {
    const path = `/admin/v1/partners/${gate.world.partnerId}/customers`;
    const values = { email, gympassUserId: `gpw-${email.split('@')[0]}` };
    const { body } = await gate.world.admin.post(path, values);
    await stage.app.sql('update customers set email_confirmed = true where id = $1', [body.id]);
    return Number(body.id);
  };
  const waiting = async () =>
    (await stage.app.sql(`select 1 from wellhub_events where state = 'RECEIVED'`)).length;
  /** How many transactions made these check-ins. */
  const transactions = async (ids: readonly string[]) => {
    const rows = await stage.app.sql<{ n: number; of: number }>(
      `select count(*)::int as n, count(distinct xmin::text)::int as of from check_ins where wellhub_id = any($1)`,
      [ids],
    );
    return rows[0];
  };

  it('W-38 W-56 makes the check-ins of known people in one transaction, each with its event and audit row', async () => {
    const ids = await someKnown(5);
    for (const id of ids) await send(plain(id));
    expect(await look()).toBe(5);
    expect(await transactions(ids)).toEqual({ n: 5, of: 1 });
    for (const id of ids) {
      const [row, ...more] = await gate.rows(id);
      expect(more).toEqual([]);
      expect(row).toMatchObject({ state: 'PENDING', cause: 'WEBHOOK', attempts: 0 });
      expect(await gate.events(row!.customer_id)).toMatchObject([
        { type: 'WELLHUB_CHECKIN_RECEIVED', content: { wellhubCheckInId: row!.id } },
      ]);
      expect(await gate.trail(row!.id)).toMatchObject([
        { from_state: null, to_state: 'PENDING', cause: 'WEBHOOK', attempts: 0 },
      ]);
    }
  });

  it('W-42 makes the profiles of new people in the same transaction, each once and published', async () => {
    const [ana, twice] = [newWellhubId(), newWellhubId()];
    const strangers = [ana, twice, newWellhubId()];
    await send(plain(ana, { first_name: 'Ana', email: 'Ana@Example.com' }));
    await send(plain(twice));
    await send(gate.posts.booked(twice, `BK_${twice}`));
    await send(plain(strangers[2]!, { email: 'nonsense' }));
    const [known] = (await someKnown(1)) as [string];
    await send(plain(known));
    expect(await look()).toBe(5);
    expect(await transactions([...strangers, known])).toEqual({ n: 4, of: 2 });
    expect(await gate.rows(twice)).toMatchObject([{ booking_number: `BK_${twice}` }]);
    const people = await stage.app.sql(
      `select wellhub_id, first_name, email, email_key, status, origin from customers
        where wellhub_id = any($1) order by first_name nulls last`,
      [strangers],
    );
    const pending = { status: 'PENDING', origin: 'WELLHUB' };
    expect(people).toHaveLength(3);
    expect(people[0]).toEqual({
      ...pending,
      wellhub_id: ana,
      first_name: 'Ana',
      email: 'Ana@Example.com',
      email_key: 'ana@example.com',
    });
    expect(people[1]).toMatchObject({ ...pending, first_name: null, email: null });
    for (const id of strangers) {
      const told = await stage.app.sql<{ type: string }>(
        `select e.type from events e join customers c on c.id = e.entity_id
          where c.wellhub_id = $1 order by e.type`,
        [id],
      );
      expect(told.map(({ type }) => type)).toEqual([
        'AGGREGATOR_MEMBER_CREATED',
        'CUSTOMER_CREATED',
        'WELLHUB_CHECKIN_RECEIVED',
      ]);
    }
  });

  it('W-42 does not make others wait for a transaction that assigns an id, and uses the profile that got it', async () => {
    const id = newWellhubId();
    const [known] = (await someKnown(1)) as [string];
    const memberId = await gate.customer(newWellhubId());
    await send(plain(id));
    await send(plain(known));
    let looking: Promise<number> | undefined;
    await stage.app.app.get(Database).transaction(async (tx) => {
      const give = 'update customers set wellhub_id = $2 where id = $1';
      await tx.query({ name: 'test.give', text: give }, [memberId, id]);
      looking = runOutsideRequests(look);
      expect(
        await eventually(
          () => gate.rows(known),
          (rows) => rows.length > 0,
          2_000,
        ),
      ).toHaveLength(1);
      expect(await gate.rows(id)).toEqual([]);
    });
    expect(await looking).toBe(2);
    expect(await gate.rows(id)).toMatchObject([{ customer_id: memberId }]);
  });

  it('W-39 joins further events together, and never takes two events of one person at once', async () => {
    const [first, twice] = (await someKnown(2)) as [string, string];
    await send(plain(first));
    await look();
    await send(gate.posts.booked(first, `BK_${first}`));
    await send(gate.posts.booked(twice, `BK_${twice}`));
    await send(plain(twice));
    expect(await look()).toBe(3);
    for (const id of [first, twice]) {
      const rows = await gate.rows(id);
      expect(rows).toMatchObject([{ state: 'PENDING', booking_number: `BK_${id}` }]);
      expect(await gate.events(rows[0]!.customer_id)).toHaveLength(1);
    }
  });

  it('W-39 joins the further events of many people at once, each to its own check-in', async () => {
    const ids = await someKnown(3);
    for (const id of ids) await send(plain(id));
    await look();
    for (const id of ids) await send(gate.posts.booked(id, `BK_${id}`));
    expect(await look()).toBe(3);
    expect(await transactions(ids)).toEqual({ n: 3, of: 1 });
    for (const id of ids)
      expect(await gate.rows(id)).toMatchObject([{ booking_number: `BK_${id}` }]);
  });

  it('W-33 W-42 leaves what changes a person or needs an alert to a transaction of its own', async () => {
    const [known, named, odd] = (await someKnown(3)) as [string, string, string];
    const linked = newWellhubId();
    const email = `${linked}@example.com`;
    const memberId = await memberWith(email);
    await send(plain(known));
    await send(plain(named, { first_name: 'Ana', last_name: 'Prado' }));
    await send(plain(linked, { email }));
    await send(gate.posts.checkIn(odd, { timestamp: 'soon' }));
    expect(await look()).toBe(4);
    const ids = [known, named, linked, odd];
    expect(await transactions(ids)).toEqual({ n: 4, of: 4 });
    expect((await gate.rows(linked))[0]).toMatchObject({ customer_id: memberId });
    const people = await stage.app.sql('select first_name from customers where wellhub_id = $1', [
      named,
    ]);
    expect(people).toEqual([{ first_name: 'Ana' }]);
    expect(await gate.alerts('wellhub.odd-time')).toMatchObject([{ count: 1 }]);
  });

  it('merges a pending profile that may match a customer by e-mail before it checks in', async () => {
    const [pending] = (await someKnown(1)) as [string];
    const email = `${pending}@example.com`;
    const memberId = await memberWith(email);
    await send(plain(pending, { email }));
    expect(await look()).toBe(1);
    expect(await gate.rows(pending)).toMatchObject([{ customer_id: memberId }]);
  });

  it('W-38 handles the good ones beside a poison event in the same poll', async () => {
    const ids = await someKnown(3);
    for (const id of ids) await send(plain(id));
    const [bad] = await stage.app.sql<{ id: string }>(
      `update wellhub_events set payload = '\\x00' where (id, received_at) in (select id, received_at
        from wellhub_events where state = 'RECEIVED' order by received_at offset 1 limit 1) returning id`,
    );
    expect(await look()).toBe(2);
    expect(await transactions(ids)).toMatchObject({ n: 2 });
    const [row] = await stage.app.sql(
      'select state, attempts, reason from wellhub_events where id = $1',
      [bad!.id],
    );
    expect(row).toEqual({
      state: 'RECEIVED',
      attempts: 1,
      reason: 'its stored body cannot be decrypted',
    });
    await stage.app.sql(
      'update wellhub_events set attempts = 11, next_attempt_at = clock_timestamp() where id = $1',
      [bad!.id],
    );
    await look();
    expect(await gate.alerts('secrets.unreadable')).toMatchObject([
      { object: `event/${bad!.id}`, detail: row!['reason'] },
    ]);
  });

  it('W-46 waits for no transaction: a row that another one holds is handled alone, the others before it', async () => {
    const [joining, asked, free] = (await someKnown(3)) as [string, string, string];
    await send(plain(joining));
    await look();
    const [open] = await gate.rows(joining);
    await send(gate.posts.booked(joining, `BK_${joining}`));
    await send(plain(asked));
    await send(plain(free));
    let looking: Promise<number> | undefined;
    await stage.app.app.get(Database).transaction(async (tx) => {
      const hold = 'select 1 from check_ins where partner_id = $1 and id = $2 for update';
      await tx.query({ name: 'test.hold', text: hold }, [gate.world.partnerId, open!.id]);
      await stage.app.app.get(CheckInsRepository).lockPerson(tx, gate.world.partnerId, asked);
      looking = runOutsideRequests(look);
      expect(await eventually(waiting, (n) => n === 2, 1_500)).toBe(2);
      expect(await gate.rows(free)).toHaveLength(1);
    });
    expect(await looking).toBe(3);
    expect(await gate.rows(joining)).toMatchObject([{ booking_number: `BK_${joining}` }]);
    expect(await gate.rows(asked)).toHaveLength(1);
  });

  it('W-38 makes one check-in of each event, however many poll at once', async () => {
    const ids = await someKnown(30);
    await Promise.all(ids.map((id) => send(plain(id))));
    const settled = await Promise.all([look(), look(), look()]);
    expect(settled.reduce((sum, n) => sum + n)).toBe(30);
    expect(await transactions(ids)).toMatchObject({ n: 30 });
    const told = await stage.app.sql(
      `select 1 from events where type = 'WELLHUB_CHECKIN_RECEIVED' and content->>'aggregatorId' = any($1)`,
      [ids],
    );
    expect(told).toHaveLength(30);
  });
});
