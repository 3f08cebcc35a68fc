import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SnapshotRepository } from '../../src/door-outage/snapshot.repository.js';
import { eventually } from '../support/eventually.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import {
  givenRuleStage,
  storePass,
  storePlan,
  type RuleStage,
  type CasePersonAtGym,
  type RuledGym,
} from '../support/rule-stage.js';

const MONDAY_9 = new Date('2027-01-04T08:00:00Z');
const MONDAY_22 = new Date('2027-01-04T21:30:00Z');

describe('access rules at a door', () => {
  let stage: RuleStage;
  let gym: RuledGym;

  beforeAll(async () => {
    stage = await givenRuleStage();
  });
  afterAll(() => stage.app.close());

  const givenAGym = async (policy: object, rules: object[] = [], zone?: string) => {
    gym = await stage.newGym(zone);
    await stage.setPolicy(gym.id, policy);
    return stage.setRules(gym.id, rules as never);
  };
  const member = (at = MONDAY_9, more = {}) =>
    stage.person({ memberships: [1], born: '1990-05-01', ...more }, gym, at);
  const scanned = async (
    { card }: CasePersonAtGym,
    at = MONDAY_9,
    door: keyof RuledGym['doors'] = 'IN',
  ) => {
    await stage.clock(at);
    const { status, body } = await stage.scan(card, gym.doors[door].token);
    return status === 200 ? 'OPEN' : body.errorCode;
  };
  const decisions = ({ id }: CasePersonAtGym) =>
    stage.app.sql(
      `select result, access_right as right, rule_id::int as rule from gate_decisions
        where customer_id = $1 order by at desc`,
      [id],
    );

  it('A-3 a refusal makes no call, uses nothing up, and leaves one decision; the same code opens later', async () => {
    const [rule] = await givenAGym({}, [{ effect: 'DENY', when: { from: '22:00' } }]);
    await stage.clock(MONDAY_22);
    const person = await stage.person({ wid: 1, check: ['PENDING', '31'] }, gym, MONDAY_22);
    const code = await stage.world.fetchCode(person.id, gym.id);
    const scan = () => stage.world.scan(code, { token: gym.doors.IN.token, nonce: null });
    const refused = await scan();
    expect([refused.status, refused.body.errorCode]).toEqual([403, 'ACCESS_OUTSIDE_HOURS']);
    expect(refused.body.reference).toBeUndefined();
    const [checkIn] = await stage.app.sql(
      'select state, validation_requested_at from check_ins where customer_id = $1',
      [person.id],
    );
    expect(checkIn).toEqual({ state: 'PENDING', validation_requested_at: null });
    expect(await decisions(person)).toEqual([
      { result: 'ACCESS_OUTSIDE_HOURS', right: 'WELLHUB', rule },
    ]);
    await stage.setRules(gym.id, []);
    await stage.world.withContract(person.id);
    expect((await scan()).status).toBe(200);
  });

  it.each([
    ['a closing day', { closingDays: [{ date: '01-04' }] }, 'ACCESS_CLOSED_TODAY'],
    ['their age', { minimumAge: 60 }, 'ACCESS_AGE'],
    [
      'anti-passback',
      { antiPassback: { mode: 'HARD', minutes: null, scope: 'GYM' } },
      'ACCESS_ANTI_PASSBACK',
    ],
  ])(
    'A-3 who is refused for %s has used nothing, and enters with the same code later',
    async (_, policy, why) => {
      await givenAGym(policy);
      await stage.clock(MONDAY_9);
      const shape = { wid: 1, born: '1990-05-01', check: ['PENDING', '31'], guest: 1 } as const;
      const person = await stage.person({ ...shape, check: [...shape.check] }, gym, MONDAY_9);
      await stage.setState(person, gym, { open: 'HERE' });
      const code = await stage.world.fetchCode(person.id, gym.id);
      const scan = () => stage.world.scan(code, { token: gym.doors.IN.token, nonce: null });
      const used = () =>
        stage.app.sql(
          `select c.state, c.validation_requested_at, c.first_used_at, p.entries_used, r.codes_used_until,
              r.last_scan_at, (select count(*)::int from visits v where v.customer_id = c.customer_id) as visits
            from check_ins c join access_passes p using (partner_id, customer_id)
            join presence r using (partner_id, customer_id) where c.customer_id = $1`,
          [person.id],
        );
      const before = await used();
      expect(before).toMatchObject([{ state: 'PENDING', entries_used: 0, visits: 1 }]);
      const refused = await scan();
      expect([refused.status, refused.body.errorCode]).toEqual([403, why]);
      expect(await used()).toEqual(before);
      expect(await decisions(person)).toMatchObject([{ result: why, rule: null }]);
      await stage.setPolicy(gym.id, {});
      await stage.world.withContract(person.id);
      expect((await scan()).body.direction).toBe('IN');
    },
  );

  it('A-4 of several reasons the first check answers: restricted, closed, age, rules', async () => {
    await givenAGym({ outsideRules: 'DENY', minimumAge: 60, closingDays: [{ date: '01-04' }] });
    const person = await member();
    const path = `/admin/v1/customers/${person.id}/restriction`;
    await stage.world.admin.put(path, { reason: 'Medical' });
    expect(await scanned(person)).toBe('CUSTOMER_ACCESS_RESTRICTED');
    const other = await member();
    expect(await scanned(other)).toBe('ACCESS_CLOSED_TODAY');
    await stage.setPolicy(gym.id, { outsideRules: 'DENY', minimumAge: 60 });
    expect(await scanned(other)).toBe('ACCESS_AGE');
    await stage.setPolicy(gym.id, { outsideRules: 'DENY' });
    expect(await scanned(other)).toBe('ACCESS_PLAN_NOT_INCLUDED');
  });

  it('A-5 the way out opens on a closing day, outside hours and without any right', async () => {
    await givenAGym({ outsideRules: 'DENY', closingDays: [{ date: '01-04' }], minimumAge: 99 });
    const person = await stage.person({}, gym, MONDAY_9);
    await stage.clock(MONDAY_9);
    await stage.setState(person, gym, { open: 'HERE' });
    expect(await scanned(person, MONDAY_9, 'BOTH')).toBe('OPEN');
    expect(await scanned(person, MONDAY_9, 'OUT')).toBe('OPEN');
  });

  it('A-6 a waiting check-in goes to the worker only while the rules allow WELLHUB', async () => {
    await givenAGym({}, [
      { effect: 'DENY', who: { rights: ['WELLHUB'] }, when: { from: '17:00', to: '20:00' } },
    ]);
    const handed = async (at: Date, more: object = { wid: 1 }) => {
      const person = await member(at, { ...more, check: ['PENDING', '31'] });
      expect(await scanned(person, at)).toBe('OPEN');
      const text =
        'select next_attempt_at is not null as handed from check_ins where customer_id = $1';
      return (await stage.app.sql(text, [person.id]))[0]?.['handed'];
    };
    expect(await handed(MONDAY_9)).toBe(true);
    expect(await handed(new Date('2027-01-04T17:00:00Z'))).toBe(false);
    // Also of a member whose Wellhub id was taken away since.
    expect(await handed(MONDAY_9, {})).toBe(true);
  });

  it('A-11 hours count to the minute: second 59 of the last one opens, the next minute does not', async () => {
    await givenAGym({ outsideRules: 'DENY' }, [{ when: { from: '08:00', to: '16:00' } }]);
    expect(await scanned(await member(), new Date('2027-01-04T14:59:58Z'))).toBe('OPEN');
    expect(await scanned(await member(), new Date('2027-01-04T15:00:00Z'))).toBe(
      'ACCESS_OUTSIDE_HOURS',
    );
    expect(await scanned(await member(), new Date('2027-01-04T06:59:57Z'))).toBe(
      'ACCESS_OUTSIDE_HOURS',
    );
    expect(await scanned(await member(), new Date('2027-01-04T07:00:00Z'))).toBe('OPEN');
  });

  it('A-13 the next scan follows a time zone of the gym that was changed', async () => {
    await givenAGym({ outsideRules: 'DENY' }, [{ when: { from: '08:00', to: '16:00' } }]);
    const person = await member();
    const at = new Date('2027-01-04T06:00:00Z');
    expect(await scanned(person, at)).toBe('ACCESS_OUTSIDE_HOURS');
    await stage.world.admin.patch(`/admin/v1/gyms/${gym.id}`, { timeZone: 'Asia/Dubai' });
    expect(await scanned(person, at)).toBe('OPEN');
  });

  it('A-14 the next scan follows a plan of Wellhub that was changed; a canceled link is unknown', async () => {
    await givenAGym({ outsideRules: 'DENY' }, [{ who: { wellhubPlans: ['2'] } }]);
    const { partnerId } = stage.world;
    const person = await stage.person(
      { wid: 1, plan: '1', check: ['VALIDATED', '31'] },
      gym,
      MONDAY_9,
    );
    expect(await scanned(person)).toBe('ACCESS_PLAN_NOT_INCLUDED');
    await storePlan(stage.app, partnerId, person.id, '2');
    expect(await scanned(person)).toBe('OPEN');
    await stage.app.sql('update customers set gpw_active = false where id = $1', [person.id]);
    expect(await scanned(person, MONDAY_22)).toBe('ACCESS_PLAN_NOT_INCLUDED');
    await stage.setRules(gym.id, [{ who: { wellhubPlans: ['unknown'] } }]);
    expect(await scanned(person, MONDAY_22)).toBe('OPEN');
  });

  it('A-14 the next scan follows a change that Wellhub sends', async () => {
    await givenAGym({ outsideRules: 'DENY' }, [{ who: { wellhubPlans: ['2'] } }]);
    const { world, app } = stage;
    const person = await stage.person(
      { wid: 1, plan: '1', check: ['VALIDATED', '31'] },
      gym,
      MONDAY_9,
    );
    const posts = new WellhubPosts(app, world);
    const sends = async (kind: string, event: object) => {
      const body = { user_id: `gpw-${person.id}`, event_id: newWellhubId(), ...event };
      const path = world.hookPath.replace(/webhooks$/, `users/${kind}`);
      expect((await posts.send(body, { path })).body).toEqual({ received: true });
    };
    // A minute between any two scans: none is a repeat.
    let at = MONDAY_9.getTime();
    const scans = () => scanned(person, new Date((at += 60_000)));
    const until = (result: string) => eventually(scans, (answer) => answer === result);
    expect(await scans()).toBe('ACCESS_PLAN_NOT_INCLUDED');
    await sends('change', { plan_id: '2', event_time: MONDAY_9.getTime() });
    expect(await until('OPEN')).toBe('OPEN');
    const type = { event_type: 'wellness-user-plan-canceled', plan_id: '0' };
    await sends('cancel', { ...type, event_time: MONDAY_9.getTime() + 60_000 });
    expect(await until('ACCESS_PLAN_NOT_INCLUDED')).toBe('ACCESS_PLAN_NOT_INCLUDED');
    await stage.setRules(gym.id, [{ who: { wellhubPlans: ['unknown'] } }]);
    expect(await scans()).toBe('OPEN');
  });

  it('A-15 a rule’s own words replace the text in their language, and never the code', async () => {
    const message = { pt: 'Só até as 16 horas' };
    await givenAGym({}, [{ effect: 'DENY', who: { rights: ['CONTRACT'] }, message }]);
    const { card } = await member();
    await stage.clock(MONDAY_9);
    const said = async (language: string) => {
      const answer = await stage.app.api.post(
        '/open-api/device/cardreader/identification',
        { identification: { type: 'NUMBER', value: card } },
        { Authorization: `Bearer ${gym.doors.IN.token}`, 'Accept-Language': language },
      );
      return [answer.body.errorCode, answer.body.errorMessage];
    };
    expect(await said('pt-BR')).toEqual(['ACCESS_PLAN_NOT_INCLUDED', 'Só até as 16 horas']);
    expect(await said('de')).toEqual(['ACCESS_PLAN_NOT_INCLUDED', 'Dein Tarif gilt hier nicht']);
  });

  it('A-16 a staff pass opens whatever the policy says, at its gyms and on its days', async () => {
    await givenAGym({ outsideRules: 'DENY', minimumAge: 99, closingDays: [{ date: '01-04' }] });
    const { partnerId } = stage.world;
    const withPass = async (pass: object) => {
      const person = await stage.person({}, gym, MONDAY_9);
      await storePass(stage.app, partnerId, person.id, { staff: 1, ...pass });
      return scanned(person);
    };
    expect(await withPass({})).toBe('OPEN');
    expect(await withPass({ until: '2027-01-04' })).toBe('OPEN');
    expect(await withPass({ gymIds: [gym.id] })).toBe('OPEN');
    expect(await withPass({ until: '2027-01-03' })).toBe('ACCESS_CLOSED_TODAY');
    expect(await withPass({ gymIds: [stage.world.gymId] })).toBe('ACCESS_CLOSED_TODAY');
  });

  it('A-16 passes open at a gym without a policy too', async () => {
    gym = await stage.newGym();
    const person = await stage.person({ guest: 1 }, gym, MONDAY_9);
    expect(await scanned(person)).toBe('OPEN');
    expect(await decisions(person)).toEqual([{ result: 'OPEN', right: 'GUEST', rule: null }]);
  });

  it('A-19 age is in years on the local day; a birthday on 29 February counts from 1 March on', async () => {
    await givenAGym({ minimumAge: 18 });
    const born = { born: '2009-02-28' };
    expect(await scanned(await member(MONDAY_9, born), new Date('2027-02-27T22:59:00Z'))).toBe(
      'ACCESS_AGE',
    );
    expect(await scanned(await member(MONDAY_9, born), new Date('2027-02-27T23:00:00Z'))).toBe(
      'OPEN',
    );
    const leap = { born: '2008-02-29' };
    const check = async (person: CasePersonAtGym, at: string) => {
      const path = `/admin/v1/gyms/${gym.id}/access-policy/check`;
      return (await stage.world.admin.post(path, { customerId: person.id, at })).body.result;
    };
    const person = await member(MONDAY_9, leap);
    expect(await check(person, '2026-02-28T12:00:00Z')).toBe('ACCESS_AGE');
    expect(await check(person, '2026-03-01T12:00:00Z')).toBe('OPEN');
  });

  it('A-20 a closing day of every year holds every year, 02-29 in leap years, and hours within a day', async () => {
    await givenAGym({
      closingDays: [
        { date: '12-25' },
        { date: '02-29' },
        { date: '2027-01-04', from: '10:00', to: '12:00' },
      ],
    });
    const closed = async (at: string) => (await scanned(await member(), new Date(at))) !== 'OPEN';
    expect(await closed('2027-12-25T10:00:00Z')).toBe(true);
    expect(await closed('2029-12-25T10:00:00Z')).toBe(true);
    expect(await closed('2027-02-28T12:00:00Z')).toBe(false);
    expect(await closed('2027-03-01T12:00:00Z')).toBe(false);
    expect(await closed('2028-02-29T12:00:00Z')).toBe(true);
    expect(await closed('2027-01-04T08:59:00Z')).toBe(false);
    expect(await closed('2027-01-04T09:00:00Z')).toBe(true);
    expect(await closed('2027-01-04T11:00:00Z')).toBe(false);
  });

  it('A-29 a check names the next opening, its steps, and changes nothing', async () => {
    const [rule] = await givenAGym({ outsideRules: 'DENY' }, [
      { name: 'Mornings', when: { days: ['MO', 'WE'], from: '09:00', to: '12:00' } },
    ]);
    const person = await member();
    const rows = () =>
      stage.app
        .sql(`select (select count(*) from gate_decisions) as decisions, (select count(*) from visits) as visits,
        (select count(*) from check_ins) as check_ins, (select count(*) from events) as events`);
    const before = await rows();
    const path = `/admin/v1/gyms/${gym.id}/access-policy/check`;
    const ask = (more: object) => stage.world.admin.post(path, { customerId: person.id, ...more });
    const closed = await ask({ at: '2027-01-04T11:00:00Z' });
    expect(closed.body).toMatchObject({
      result: 'ACCESS_OUTSIDE_HOURS',
      right: 'CONTRACT',
      rule: null,
      reference: 'outsideRules',
      local: '2027-01-04T12:00:00+01:00',
      nextOpening: '2027-01-06T08:00:00.000Z',
    });
    expect(closed.body.steps.find(({ ok }: { ok: boolean }) => !ok).check).toBe('9d');
    const open = await ask({ at: '2027-01-04T10:00:00Z' });
    expect(open.body).toMatchObject({
      result: 'OPEN',
      rule: { id: rule, name: 'Mornings' },
      nextOpening: null,
    });
    expect((await ask({ at: new Date(Date.now() + 401 * 86_400_000).toISOString() })).status).toBe(
      400,
    );
    expect((await ask({ customerId: 999_999_999 })).status).toBe(404);
    expect(await rows()).toEqual(before);
  });

  it('A-30 a dry run names where the reason stands, a scan that acts does not; decisions filter by rule', async () => {
    const [rule] = await givenAGym({}, [{ effect: 'DENY', who: { rights: ['CONTRACT'] } }]);
    const { card } = await member();
    await stage.clock(new Date());
    const dry = await stage.scan(card, gym.doors.IN.token, { execute: false });
    expect(dry.body).toMatchObject({
      errorCode: 'ACCESS_PLAN_NOT_INCLUDED',
      reference: `accessRule/${rule}`,
    });
    const real = await stage.scan(card, gym.doors.IN.token);
    expect(real.body.reference).toBeUndefined();
    const list = await stage.world.admin.get(
      `/admin/v1/gyms/${gym.id}/gate-decisions?ruleId=${rule}`,
    );
    expect(list.body.items).toHaveLength(2);
    expect(list.body.items[0]).toMatchObject({ right: 'CONTRACT', ruleId: rule });
    const [allow] = await stage.setRules(gym.id, [{}]);
    const open = await stage.scan(card, gym.doors.IN.token, { execute: false });
    expect(open.body).toMatchObject({ authorized: true, right: 'CONTRACT', rule: allow });
    const entered = await stage.scan(card, gym.doors.IN.token);
    expect([entered.status, 'rule' in entered.body, 'right' in entered.body]).toEqual([
      200,
      false,
      false,
    ]);
  });

  it('A-7 the aggregator follows hours and rules without a door, and is never full', async () => {
    await givenAGym({ capacity: { max: 1, warnAtPercent: null } }, [
      { effect: 'DENY', when: { from: '22:00' } },
      { effect: 'DENY', who: { wellhubProducts: ['99'] } },
    ]);
    await stage.app.sql('update gym_occupancy set inside = 1 where gym_id = $1', [gym.id]);
    const key = await stage.world.keyed(['CHECKIN_WRITE'], { gymId: gym.id });
    const may = async (at: Date, product: string) => {
      await stage.clock(at);
      const person = await stage.person({ wid: 1, check: ['VALIDATED', product] }, gym, at);
      const [row] = await stage.app.sql('select wellhub_id from customers where id = $1', [
        person.id,
      ]);
      const body = { aggregatorId: row?.['wellhub_id'], customerId: 1 };
      const answer = await key.post('/aggregator/checkin-validation', body);
      return answer.status === 200 ? 200 : answer.body.errorCode;
    };
    expect(await may(MONDAY_9, '31')).toBe(200);
    expect(await may(MONDAY_22, '31')).toBe('ACCESS_OUTSIDE_HOURS');
    expect(await may(MONDAY_9, '99')).toBe('ACCESS_PLAN_NOT_INCLUDED');
    await stage.setPolicy(gym.id, { outsideRules: 'DENY' });
    await stage.setRules(gym.id, [{ deviceIds: [gym.doors.D2.id] }]);
    expect(await may(MONDAY_9, '31')).toBe('ACCESS_DOOR_NOT_INCLUDED');
  });

  it('A-1 a gym with a policy is in no snapshot of known people: without the database no rule is judged', async () => {
    gym = await stage.newGym();
    await stage.world.admin.patch(`/admin/v1/gyms/${gym.id}`, { whenStorageIsDown: 'ADMIT_KNOWN' });
    const snapshots = stage.app.app.get(SnapshotRepository, { strict: false });
    const isKnown = async () => (await snapshots.gyms()).some(({ gymId }) => gymId === gym.id);
    expect(await isKnown()).toBe(true);
    await stage.setPolicy(gym.id, { minimumAge: 16 });
    expect(await isKnown()).toBe(false);
  });
});
