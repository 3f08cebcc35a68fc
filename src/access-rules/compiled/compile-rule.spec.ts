import { describe, expect, it } from '@jest/globals';
import { compileRule, possibleRights, RIGHT_BITS, type CompilableRule } from './compile-rule.js';
import type { TimeCondition } from './conditions.js';
import { minuteOf, weekWindows } from './local-week.js';

const RULE: CompilableRule = {
  id: 7,
  position: 2,
  active: true,
  effect: 'ALLOW',
  when: null,
  who: null,
  deviceIds: null,
};

/** `SA 22:00-24:00`, and `SU* 00:00-04:00` where the window began the day before. */
const shown = (when: TimeCondition) =>
  weekWindows(when).map(({ minuteFrom, minuteTo, startedYesterday }) => {
    const midnight = minuteFrom - (minuteFrom % 1_440);
    const day = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][midnight / 1_440];
    return `${day}${startedYesterday ? '*' : ''} ${clock(minuteFrom - midnight)}-${clock(minuteTo - midnight)}`;
  });

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

describe('windows of the local week', () => {
  it('A-11 hours are minutes: from alone runs to 24:00, to alone from 00:00', () => {
    expect(shown({ days: ['MO', 'FR'], from: '09:00', to: '16:00' })).toEqual([
      'MO 09:00-16:00',
      'FR 09:00-16:00',
    ]);
    expect(shown({ days: ['TU'], from: '06:30' })).toEqual(['TU 06:30-24:00']);
    expect(shown({ days: ['TU'], to: '06:30' })).toEqual(['TU 00:00-06:30']);
    expect(shown({ days: ['SU'], from: '23:59', to: '24:00' })).toEqual(['SU 23:59-24:00']);
    expect(minuteOf('24:00')).toBe(1_440);
  });

  it('A-11 without a time every minute of the week is in one window', () => {
    const covered = weekWindows({}).flatMap(({ minuteFrom, minuteTo }) =>
      Array.from({ length: minuteTo - minuteFrom }, (_, no) => minuteFrom + no),
    );
    expect(covered).toEqual(Array.from({ length: 10_080 }, (_, minute) => minute));
  });

  it('A-2 a window over midnight belongs to the day on which it starts, also over the end of the week', () => {
    expect(shown({ days: ['FR'], from: '22:00', to: '02:00' })).toEqual([
      'FR 22:00-24:00',
      'SA* 00:00-02:00',
    ]);
    expect(shown({ days: ['SU'], from: '20:00', to: '01:00' })).toEqual([
      'SU 20:00-24:00',
      'MO* 00:00-01:00',
    ]);
    expect(shown({ days: ['WE'], from: '22:00', to: '00:00' })).toEqual(['WE 22:00-24:00']);
  });

  it('A-2 no window reaches over a midnight, and none names a minute outside the week', () => {
    for (const { minuteFrom, minuteTo } of weekWindows({ from: '18:00', to: '17:59' })) {
      expect(Math.floor(minuteFrom / 1_440)).toBe(Math.floor((minuteTo - 1) / 1_440));
      expect(minuteFrom).toBeGreaterThanOrEqual(0);
      expect(minuteTo).toBeLessThanOrEqual(10_080);
    }
  });
});

describe('compiled rules', () => {
  it('A-9 an inactive rule has no windows', () => {
    expect(compileRule(RULE)).toHaveLength(7);
    expect(compileRule({ ...RULE, active: false })).toEqual([]);
  });

  it('A-12 hours are the wall clock alone: a rule is compiled without a time zone or a date of its change', () => {
    const [first] = compileRule({
      ...RULE,
      when: { days: ['SA'], from: '22:00', to: '04:00', dateFrom: '2027-03-01' },
    });
    expect(first).toMatchObject({
      rule_id: 7,
      position: 2,
      minute_from: 5 * 1_440 + 22 * 60,
      minute_to: 6 * 1_440,
      started_yesterday: false,
      date_from: '2027-03-01',
      date_to: null,
      has_time_condition: true,
    });
  });

  it('A-10 every condition of a rule is in its windows', () => {
    const [first] = compileRule({
      ...RULE,
      effect: 'DENY',
      who: { wellhubPlans: ['1', 'unknown'], wellhubProducts: ['31'], minAge: 16, maxAge: 99 },
      deviceIds: [4, 5],
    });
    expect(first).toMatchObject({
      effect: 'DENY',
      rights: RIGHT_BITS.WELLHUB,
      wellhub_plans: ['1', 'unknown'],
      wellhub_products: ['31'],
      membership_ids: null,
      device_ids: [4, 5],
      min_age: 16,
      max_age: 99,
      has_time_condition: false,
    });
  });

  it('A-10 memberships are of contracts, plans and products are of Wellhub', () => {
    expect(possibleRights({})).toEqual(['CONTRACT', 'WELLHUB', 'GUEST']);
    expect(possibleRights({ membershipIds: [1] })).toEqual(['CONTRACT']);
    expect(possibleRights({ wellhubPlans: ['1'], rights: ['WELLHUB', 'GUEST'] })).toEqual([
      'WELLHUB',
    ]);
    expect(possibleRights({ rights: ['GUEST'], membershipIds: [1] })).toEqual([]);
    expect(possibleRights({ membershipIds: [1], wellhubProducts: ['31'] })).toEqual([]);
  });
});
