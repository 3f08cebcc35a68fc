import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideByModel, wallClock, type ModelRule } from '../support/access-model.js';
import {
  givenRuleStage,
  type RuleStage,
  type CasePersonAtGym,
  type RuledGym,
} from '../support/rule-stage.js';
import { MODEL_TIMEOUT_MS } from '../support/model-search.js';

const ZONE = 'Europe/Berlin';
const PEOPLE = [
  { memberships: [1], born: '2010-02-28' },
  { memberships: [1, 2], born: '1990-05-01' },
  { memberships: [2], wid: 1 as const, plan: '2', check: ['VALIDATED', '31'] as [string, string] },
  { wid: 1 as const, check: ['VALIDATED', '40'] as [string, string], born: '2009-03-28' },
  { guest: 1 as const },
  { memberships: [1], guest: 1 as const, born: '1990-05-01' },
  { memberships: [2], staff: 1 as const, born: '1990-05-01' },
  {},
];

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30', '59'))
  .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${minutes}`);
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });

const when = fc
  .record({
    days: maybe(some(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])),
    from: maybe(time),
    to: maybe(fc.oneof(time, fc.constant('24:00'))),
    dateFrom: maybe(fc.constantFrom('2027-03-28', '2027-03-01')),
    dateTo: maybe(fc.constantFrom('2027-03-28', '2027-10-31')),
  })
  .filter(({ from = '00:00', to = '24:00' }) => from !== to);

const who = (memberships: readonly number[]) =>
  fc.oneof(
    fc.record({ rights: some(['CONTRACT', 'WELLHUB', 'GUEST']) }),
    fc.record({ membershipIds: some(memberships) }),
    fc.record({ wellhubPlans: some(['1', '2', 'unknown']) }),
    fc.record({ wellhubProducts: some(['31', '40', 'unknown']) }),
    fc.record({ minAge: fc.constantFrom(16, 17, 18) }),
    fc.record({ maxAge: fc.constantFrom(16, 17, 18), rights: some(['CONTRACT', 'WELLHUB']) }),
  );

const rule = (gym: RuledGym, memberships: readonly number[]) =>
  fc.record({
    effect: fc.constantFrom('ALLOW' as const, 'DENY' as const),
    when: fc.option(when),
    who: fc.option(who(memberships)),
    deviceIds: fc.option(some([gym.doors.IN.id, gym.doors.D2.id]), { freq: 2 }),
  });

/** Round the changes of the clock and the birthdays of the people above. */
const moment = fc
  .tuple(
    fc.constantFrom(
      '2027-02-27',
      '2027-03-26',
      '2027-03-27',
      '2027-03-28',
      '2027-10-30',
      '2027-10-31',
    ),
    fc.integer({ min: 0, max: 1_439 }),
  )
  .map(([day, minute]) => new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000));

/** As the admin API stores it: without the fields that are absent. */
const stored = (rules: object[]) => JSON.parse(JSON.stringify(rules)) as ModelRule[];

describe('the rules of a gym against a model that was written from the contract', () => {
  let stage: RuleStage;
  let gym: RuledGym;
  let memberships: number[];
  const people: CasePersonAtGym[] = [];

  beforeAll(async () => {
    stage = await givenRuleStage();
    gym = await stage.newGym(ZONE);
    memberships = [await stage.membership(1), await stage.membership(2)];
    for (const person of PEOPLE) people.push(await stage.person(person, gym, new Date()));
  });
  afterAll(() => stage.app.close());

  const modelled = (person: (typeof PEOPLE)[number]) => ({
    membershipIds: (person.memberships ?? []).map((no) => memberships[no - 1] as number),
    born: person.born,
    plan: person.plan,
    product: person.check?.[1],
    isGuest: person.guest !== undefined,
    isStaff: person.staff !== undefined,
  });

  it(
    'A-9 A-10 decide as the model does: candidates in their order, the first rule that fits, and the reason',
    async () => {
      const given = fc.record({
        rules: fc.array(rule(gym, memberships), { maxLength: 6 }).map(stored),
        outsideRules: fc.constantFrom('ALLOW' as const, 'DENY' as const),
        entries: fc.array(
          fc.record({
            who: fc.nat(PEOPLE.length - 1),
            door: fc.constantFrom('IN' as const, 'D2' as const, undefined),
            at: moment,
          }),
          { minLength: 8, maxLength: 8 },
        ),
      });
      await fc.assert(
        fc.asyncProperty(given, async ({ rules, outsideRules, entries }) => {
          await stage.setPolicy(gym.id, { outsideRules });
          const ids = await stage.setRules(gym.id, rules as never);
          for (const entry of entries) {
            const device = entry.door && gym.doors[entry.door].id;
            const { body } = await stage.world.admin.post(
              `/admin/v1/gyms/${gym.id}/access-policy/check`,
              {
                customerId: people[entry.who]?.id,
                at: entry.at.toISOString(),
                ...(device && { deviceId: device }),
              },
            );
            const expected = decideByModel({
              rules,
              outsideRules,
              person: modelled(PEOPLE[entry.who] ?? {}),
              device,
              moment: wallClock(entry.at, ZONE),
            });
            const { result, right, rule: decided } = body;
            expect({ result, right, rule: decided && ids.indexOf(decided.id) }).toEqual(expected);
          }
        }),
        { numRuns: 40 },
      );
    },
    MODEL_TIMEOUT_MS,
  );
});
