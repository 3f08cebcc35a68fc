import { describe, expect, it } from '@jest/globals';
import { readMigrations } from '../../platform/database/migration-files.js';
import { RIGHT_BITS } from '../compiled/compile-rule.js';
import { decidingRuleSql } from './rules.sql.js';

const CANDIDATE = {
  partner: 'c.partner_id',
  gym: 'c.gym_id',
  device: 'c.device_id',
  local: 'c.local',
  minuteOfDay: 'c.minute_of_day',
  weekday: 'c.weekday',
  minuteOfWeek: 'c.minute_of_week',
  age: 'c.age',
  memberships: 'c.memberships',
  plan: 'c.plan',
  product: 'c.product',
};

/** What stands in the index of a migration, as a statement writes it. */
function wordsOfIndex(name: string): { day: string; condition: string } {
  const up = readMigrations().find((one) => one.name === name)?.up ?? '';
  const [, day = '', condition = ''] = /(\(minute_from [^)]*\))[^;]* where ([^;]*);/.exec(up) ?? [];
  return { day: day.slice(1, -1), condition };
}

describe('the rule that decides about a right that is known beforehand', () => {
  it('A-32 is looked up in the words of the index of contracts, which PostgreSQL reads for no others', () => {
    const { day, condition } = wordsOfIndex('0086-access-rules-contract-index');
    expect(condition).toBe('rights & 1 <> 0');
    const statement = decidingRuleSql({ ...CANDIDATE, rightBit: RIGHT_BITS.CONTRACT });
    expect(statement).toContain(`w.${condition}`);
    expect(statement).toContain(`w.${day} = c.weekday`);
  });
});
