import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAPass, givenAPolicy, givenARule } from '../support/access-policies.js';
import { eventually } from '../support/eventually.js';
import { givenAWellhubDoor, type WellhubDoor } from '../support/wellhub-door.js';

let next = 7_000;

describe('for how long a paid check-in opens', () => {
  let door: WellhubDoor;
  let exit: string;

  beforeAll(async () => {
    door = await givenAWellhubDoor();
    exit = await door.world.device('OUT');
  });
  afterAll(() => door.close());

  const policy = async (reentryMinutes: number | null) => {
    const { partnerId, gymId } = door.world;
    await givenAPolicy(door.app, { partnerId, gymId }, { reentryMinutes });
  };
  const person = async () => {
    const wellhubId = String((next += 1)).padStart(13, '0');
    return { wellhubId, id: await door.wellhubCustomer(wellhubId) };
  };
  const checkIn = async (
    { wellhubId, id }: { wellhubId: string; id: number },
    more: object = {},
  ) => {
    const before = (await door.states(id)).length;
    await door.simulator.checkIn({ wellhubId, ...more });
    await eventually(
      () => door.states(id),
      (states) => states.length > before,
    );
  };
  const come = async (id: number) => {
    const { body } = await door.world.scan(await door.world.fetchCode(id));
    return (body.direction ?? body.errorCode) as string;
  };
  const leave = async (id: number) =>
    door.world.scan(await door.world.fetchCode(id), { token: exit });
  const calls = (wellhubId: string) => door.simulator.ledger(wellhubId).calls;
  const firstUses = async (id: number) =>
    (
      await door.app.sql<{ used: boolean }>(
        'select first_used_at is not null as used from check_ins where customer_id = $1 order by created_at',
        [id],
      )
    ).map(({ used }) => used);
  /** As if everything of theirs had been so much earlier. */
  const age = (id: number, minutes: number) =>
    door.app.sql(
      `with older as (
          update check_ins set first_used_at = first_used_at - make_interval(mins => $2),
            validated_at = validated_at - make_interval(mins => $2),
            validation_requested_at = validation_requested_at - make_interval(mins => $2) where customer_id = $1)
        update presence set moved_at = moved_at - make_interval(mins => $2) where customer_id = $1`,
      [id, minutes],
    );
  const answers = (wellhubId: string, answer: 'already' | 'ok') =>
    door.simulator.planAnswer({ wellhubId, answer });

  it('A-22 0 minutes: a check-in opens once; "already validated" does not open again, a plain success does', async () => {
    await policy(0);
    const ana = await person();
    await checkIn(ana);
    expect(await come(ana.id)).toBe('IN');
    expect([calls(ana.wellhubId), await firstUses(ana.id)]).toEqual([1, [true]]);
    await leave(ana.id);
    await age(ana.id, 1);
    answers(ana.wellhubId, 'already');
    expect(await come(ana.id)).toBe('WELLHUB_CHECKIN_REQUIRED');
    expect(calls(ana.wellhubId)).toBe(2);
    expect(await come(ana.id)).toBe('WELLHUB_CHECKIN_REQUIRED');
    expect(calls(ana.wellhubId)).toBe(2);
    await age(ana.id, 1);
    answers(ana.wellhubId, 'ok');
    expect(await come(ana.id)).toBe('IN');
    expect(calls(ana.wellhubId)).toBe(3);
  });

  it('A-22 90 minutes: opens without a call until they are over, counted from the first entry', async () => {
    await policy(90);
    const ana = await person();
    await checkIn(ana);
    expect(await come(ana.id)).toBe('IN');
    await age(ana.id, 89);
    expect(await come(ana.id)).toBe('IN');
    await age(ana.id, 1);
    answers(ana.wellhubId, 'already');
    expect([await come(ana.id), calls(ana.wellhubId)]).toEqual(['WELLHUB_CHECKIN_REQUIRED', 2]);
  });

  it('A-22 past midnight it opens while the minutes last, and no longer', async () => {
    await policy(90);
    const ana = await person();
    await checkIn(ana);
    await come(ana.id);
    await door.app.sql('update check_ins set local_day = local_day - 1 where customer_id = $1', [
      ana.id,
    ]);
    await age(ana.id, 80);
    expect([await come(ana.id), calls(ana.wellhubId)]).toEqual(['IN', 1]);
    await age(ana.id, 10);
    answers(ana.wellhubId, 'already');
    expect([await come(ana.id), calls(ana.wellhubId)]).toEqual(['WELLHUB_CHECKIN_REQUIRED', 2]);
    const late = await person();
    await checkIn(late);
    await come(late.id);
    await door.app.sql(
      `update check_ins set local_day = local_day - 1, first_used_at = null where customer_id = $1`,
      [late.id],
    );
    answers(late.wellhubId, 'already');
    expect(await come(late.id)).toBe('IN');
  });

  it('A-22 what desk or worker validated and no door used opens all day; a new check-in opens as its own', async () => {
    await policy(0);
    const ana = await person();
    await checkIn(ana);
    const [row] = await door.app.sql<{ id: string }>(
      'select id from check_ins where customer_id = $1',
      [ana.id],
    );
    const validated = await door.world.admin.post(`/admin/v1/check-ins/${row!.id}/validate`);
    expect(validated.body.state).toBe('VALIDATED');
    const [visit] = await door.app.sql('select id from visits where customer_id = $1', [ana.id]);
    await door.world.admin.post(`/admin/v1/visits/${visit!['id']}/leave`);
    await age(ana.id, 300);
    expect(await firstUses(ana.id)).toEqual([false]);
    expect([await come(ana.id), calls(ana.wellhubId)]).toEqual(['IN', 1]);
    await age(ana.id, 5);
    await checkIn(ana, { timestamp: Math.ceil(Date.now() / 1000) });
    expect([await come(ana.id), calls(ana.wellhubId)]).toEqual(['IN', 2]);
    expect(await firstUses(ana.id)).toEqual([true, true]);
  });

  it('A-22 a contract does not use a check-in; a visit of the desk that the door takes over does', async () => {
    await policy(90);
    const hal = await person();
    await door.world.withContract(hal.id);
    await checkIn(hal);
    expect(await come(hal.id)).toBe('IN');
    expect(await firstUses(hal.id)).toEqual([false]);
    const ana = await person();
    await checkIn(ana);
    const [row] = await door.app.sql<{ id: string }>(
      'select id from check_ins where customer_id = $1',
      [ana.id],
    );
    await door.world.admin.post(`/admin/v1/check-ins/${row!.id}/validate`);
    expect(await come(ana.id)).toBe('IN');
    expect(await firstUses(ana.id)).toEqual([true]);
  });

  it('A-1 A-22 without a period, and for entries before it, a check-in opens all its day', async () => {
    await policy(null);
    const ana = await person();
    await checkIn(ana);
    await come(ana.id);
    expect(await firstUses(ana.id)).toEqual([false]);
    await age(ana.id, 600);
    expect(await come(ana.id)).toBe('IN');
    await policy(0);
    expect([await come(ana.id), calls(ana.wellhubId)]).toEqual(['IN', 1]);
    await age(ana.id, 1);
    answers(ana.wellhubId, 'already');
    expect(await come(ana.id)).toBe('WELLHUB_CHECKIN_REQUIRED');
    await policy(null);
    expect(await come(ana.id)).toBe('IN');
  });

  it('A-17 Wellhub refuses and a guest pass is there: it opens, with one entry less', async () => {
    await policy(null);
    const ana = await person();
    const pass = await givenAPass(
      door.app,
      { partnerId: door.world.partnerId, customerId: ana.id },
      {},
    );
    await checkIn(ana);
    door.simulator.planAnswer({ wellhubId: ana.wellhubId, answer: 'rejected' });
    expect(await come(ana.id)).toBe('IN');
    const [row] = await door.app.sql('select entries_used from access_passes where id = $1', [
      pass,
    ]);
    expect(row).toEqual({ entries_used: 1 });
  });

  it('A-17 Wellhub does not answer at a gym that denies and a guest pass is there: it opens', async () => {
    await policy(null);
    const { partnerId } = door.world;
    const ana = await person();
    const pass = await givenAPass(door.app, { partnerId, customerId: ana.id }, {});
    await checkIn(ana);
    door.simulator.planAnswer({ wellhubId: ana.wellhubId, answer: '500' });
    expect(await come(ana.id)).toBe('IN');
    const [row] = await door.app.sql(
      `select p.entries_used, d.access_right from access_passes p
        join gate_decisions d on d.customer_id = p.customer_id and d.result = 'OPEN' where p.id = $1`,
      [pass],
    );
    expect(row).toEqual({ entries_used: 1, access_right: 'GUEST' });
    // Without the pass the door stays shut.
    const bea = await person();
    await checkIn(bea);
    door.simulator.planAnswer({ wellhubId: bea.wellhubId, answer: '500' });
    expect(await come(bea.id)).toBe('WELLHUB_UNAVAILABLE');
  });

  it('A-29 a check changes no counter, pass, presence or check-in, and makes no call', async () => {
    const { partnerId, gymId, admin } = door.world;
    const capacity = { max: 1_000, warnAtPercent: null };
    await givenAPolicy(door.app, { partnerId, gymId }, { capacity, reentryMinutes: 90 });
    const ana = await person();
    await givenAPass(door.app, { partnerId, customerId: ana.id }, {});
    await checkIn(ana);
    const told = () =>
      door.app.sql(
        `select (select json_agg(o.inside) from gym_occupancy o) as counters,
          (select json_agg(json_build_array(p.id, p.entries_used, p.used_at) order by p.id) from access_passes p) as passes,
          (select json_agg(to_json(r) order by r.customer_id) from presence r) as presence,
          (select json_agg(to_json(c) order by c.id) from check_ins c where c.customer_id = $1) as check_ins,
          (select count(*)::int from visits) as visits, (select count(*)::int from gate_decisions) as decisions,
          (select count(*)::int from gate_nonces) as nonces, (select count(*)::int from gate_passages) as passages,
          (select count(*)::int from events) as events`,
        [ana.id],
      );
    const before = await told();
    const ask = async (more: object) => {
      const path = `/admin/v1/gyms/${gymId}/access-policy/check`;
      return (await admin.post(path, { customerId: ana.id, ...more })).body.result as string;
    };
    expect(await ask({})).toBe('ASK_WELLHUB');
    expect(await ask({ wellhubProduct: '31' })).toBe('ASK_WELLHUB');
    expect(await ask({ inside: 1_000 })).toBe('ACCESS_FULL');
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(['ASK_WELLHUB', 'OPEN', 'PROBE']).toContain(await ask({ at: tomorrow }));
    expect(await told()).toEqual(before);
    expect(calls(ana.wellhubId)).toBe(0);
  });

  describe('validated at the desk in spite of the rules', () => {
    const press = async (id: number) => {
      const [row] = await door.app.sql<{ id: string }>(
        'select id from check_ins where customer_id = $1',
        [id],
      );
      return (await door.world.admin.post(`/admin/v1/check-ins/${row!.id}/validate`)).body;
    };

    it('A-8 is paid and inside, the answer names code and rule, and the visit is taken over at the door', async () => {
      await policy(null);
      const { partnerId, gymId } = door.world;
      const open = await person();
      await checkIn(open);
      expect((await press(open.id)).accessWarnings).toEqual([]);
      const when = { from: '00:00', to: '24:00' };
      const rule = await givenARule(door.app, { partnerId, gymId }, { when });
      const ana = await person();
      await checkIn(ana);
      const body = await press(ana.id);
      expect([body.state, body.accessWarnings]).toEqual([
        'VALIDATED',
        [{ code: 'ACCESS_OUTSIDE_HOURS', ruleId: rule }],
      ]);
      expect(await come(ana.id)).toBe('IN');
      const other = await person();
      await checkIn(other);
      expect(await come(other.id)).toBe('ACCESS_OUTSIDE_HOURS');
      const visits = await door.app.sql('select source from visits where customer_id = $1', [
        ana.id,
      ]);
      expect(visits).toEqual([{ source: 'DESK' }]);
    });

    it('A-8 names closing days, age and a full gym as well, and nothing for staff', async () => {
      const { partnerId, gymId } = door.world;
      const days = await door.app.sql<{ day: string }>(
        `select ((now() at time zone 'America/Sao_Paulo')::date)::text as day`,
      );
      await givenAPolicy(
        door.app,
        { partnerId, gymId },
        {
          capacity: { max: 1, warnAtPercent: null },
          minimumAge: 18,
          unknownAge: 'DENY',
          closingDays: [{ date: days[0]!.day }],
        },
      );
      const ana = await person();
      await checkIn(ana);
      const codes = (await press(ana.id)).accessWarnings.map(({ code }: { code: string }) => code);
      expect(codes).toEqual([
        'ACCESS_CLOSED_TODAY',
        'ACCESS_AGE',
        'ACCESS_OUTSIDE_HOURS',
        'ACCESS_FULL',
      ]);
      const fay = await person();
      await givenAPass(door.app, { partnerId, customerId: fay.id }, { type: 'STAFF' });
      await checkIn(fay);
      expect((await press(fay.id)).accessWarnings).toEqual([]);
    });
  });
});
