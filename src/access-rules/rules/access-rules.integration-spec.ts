import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pool, types } from 'pg';
import { createDatabase } from '../../../test/support/databases.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { Capacities, OccupancyRepository } from '../../visits/index.js';
import { Database } from '../../platform/database/database.js';
import { CompiledRulesRepository } from '../compiled/compiled-rules.repository.js';
import { AccessPoliciesRepository } from '../policy/access-policies.repository.js';
import { DEFAULT_POLICY, type AccessPolicy } from '../policy/access-policy.js';
import type { RuleValues } from './access-rule.js';
import { AccessRulesRepository } from './access-rules.repository.js';

const GYM = 71;
const RULE: RuleValues = {
  name: 'Morning',
  active: true,
  effect: 'ALLOW',
  when: { days: ['MO'], from: '22:00', to: '02:00', dateFrom: '2027-01-01' },
  who: { membershipIds: [5], minAge: 16 },
  deviceIds: [3, 4],
  message: { pt: 'Só de manhã' },
};

describe('stored policies and rules', () => {
  let pool: Pool;
  let db: Database;
  let partnerId: string;
  let policies: AccessPoliciesRepository;
  let rules: AccessRulesRepository;
  const place = (position: number) => ({ partnerId, gymId: GYM, position });
  const compiled = new CompiledRulesRepository();

  beforeAll(async () => {
    types.setTypeParser(types.builtins.INT8, Number);
    pool = new Pool({ connectionString: await createDatabase(), max: 2 });
    db = new Database(pool);
    policies = new AccessPoliciesRepository(
      new Capacities(new OccupancyRepository(db), new Alerts(db, new Metrics())),
    );
    rules = new AccessRulesRepository(db);
  });
  afterAll(() => pool.end());

  beforeEach(async () => {
    partnerId = randomUUID();
    await pool.query(
      `insert into partners (id, slug, name, time_zone, hook_production, hook_test)
        values ($1::uuid, $1::text, 'Fit', 'Europe/Berlin', $1::text, $1::text || 't')`,
      [partnerId],
    );
    await pool.query(
      `insert into gyms (partner_id, id, name, time_zone, language, hook_production, hook_test)
        values ($1::uuid, $2, 'Centro', 'Europe/Berlin', 'de', $1::text, $1::text || 't')`,
      [partnerId, GYM],
    );
  });

  const counted = async () => {
    const text = 'select capacity, inside from gym_occupancy where partner_id = $1';
    return (await pool.query(text, [partnerId])).rows;
  };

  it('A-1 a policy comes back as it was saved, and a version never comes twice', async () => {
    const policy: AccessPolicy = {
      outsideRules: 'DENY',
      capacity: { max: 40, warnAtPercent: null },
      antiPassback: { mode: 'HARD', minutes: 60, scope: 'PARTNER' },
      reentryMinutes: 0,
      showOccupancy: true,
      minimumAge: 16,
      unknownAge: 'DENY',
      closingDays: [
        { date: '12-25' },
        { date: '2027-12-24', from: '14:00', to: '24:00', name: 'Eve' },
      ],
    };
    await policies.save(db, partnerId, GYM, policy);
    expect(await counted()).toEqual([{ capacity: 40, inside: 0 }]);
    expect(await policies.find(db, partnerId, GYM)).toEqual({ ...policy, version: 1 });
    await policies.remove(db, partnerId, GYM);
    expect(await policies.find(db, partnerId, GYM)).toBeUndefined();
    expect(await counted()).toEqual([]);
    await policies.touch(db, partnerId, GYM);
    expect(await policies.find(db, partnerId, GYM)).toEqual({ ...DEFAULT_POLICY, version: 3 });
  });

  it('A-9 rules have an order, and the windows that a door reads follow it', async () => {
    await policies.touch(db, partnerId, GYM);
    const first = await rules.insert(db, place(1), RULE);
    const second = await rules.insert(db, place(2), { ...RULE, name: 'All day', when: null });
    await rules.arrange(db, partnerId, GYM, [second, first]);
    const all = await rules.list(db, partnerId, GYM);
    expect(all.map(({ id, position, version }) => ({ id, position, version }))).toEqual([
      { id: second, position: 1, version: 2 },
      { id: first, position: 2, version: 2 },
    ]);
    expect(all[1]).toMatchObject(RULE);
    await compiled.replace(db, partnerId, GYM, all);
    const { rows } = await pool.query(
      `select position, minute_from, minute_to, started_yesterday, date_from::text, rights, to_json(membership_ids) as membership_ids,
         to_json(device_ids) as device_ids, min_age, has_time_condition
       from access_rule_windows where partner_id = $1 and rule_id = $2 order by minute_from`,
      [partnerId, first],
    );
    const always = {
      position: 2,
      date_from: '2027-01-01',
      rights: 1,
      membership_ids: [5],
      device_ids: [3, 4],
      min_age: 16,
      has_time_condition: true,
    };
    expect(rows).toEqual([
      { ...always, minute_from: 1_320, minute_to: 1_440, started_yesterday: false },
      { ...always, minute_from: 1_440, minute_to: 1_560, started_yesterday: true },
    ]);
  });

  it('A-27 a device that is removed leaves the rules; one without a door becomes inactive', async () => {
    await policies.touch(db, partnerId, GYM);
    const both = await rules.insert(db, place(1), RULE);
    const one = await rules.insert(db, place(2), { ...RULE, deviceIds: [3] });
    const left = await rules.leaveDevice(db, partnerId, GYM, 3);
    expect(left.map(({ id, hasNoDoor }) => [id, hasNoDoor])).toEqual([
      [both, false],
      [one, true],
    ]);
    const after = await rules.list(db, partnerId, GYM);
    expect(after.map(({ active, deviceIds }) => ({ active, deviceIds }))).toEqual([
      { active: true, deviceIds: [4] },
      { active: false, deviceIds: [] },
    ]);
  });
});
