import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import { Capacities } from '../../visits/index.js';
import { minuteOf } from '../compiled/local-week.js';
import { DEFAULT_POLICY, type AccessPolicy, type VersionedPolicy } from './access-policy.js';

const COLUMNS = `outside_rules, capacity_max, capacity_warn_at_percent, anti_passback_mode, anti_passback_minutes,
  anti_passback_scope, reentry_minutes, show_occupancy, minimum_age, unknown_age`;
const PLACES = COLUMNS.split(',').map((_, no) => `$${no + 3}`);
const CHANGED = COLUMNS.split(',').map((column) => `${column} = excluded.${column}`);

const CLOCK = (minute: string) => `to_char(make_interval(mins => ${minute}), 'HH24:MI')`;
const CLOSINGS = `coalesce((
  select json_agg(json_strip_nulls(json_build_object('date', c.day, 'from', ${CLOCK('c.minute_from')},
    'to', ${CLOCK('c.minute_to')}, 'name', c.name)) order by c.no)
  from access_closings c where c.partner_id = p.partner_id and c.gym_id = p.gym_id), '[]')`;

const FIND = {
  name: 'access-policies.find',
  text: `select p.version, p.outside_rules as "outsideRules",
      case when p.capacity_max is not null then
        json_build_object('max', p.capacity_max, 'warnAtPercent', p.capacity_warn_at_percent) end as capacity,
      json_build_object('mode', p.anti_passback_mode, 'minutes', p.anti_passback_minutes,
        'scope', p.anti_passback_scope) as "antiPassback",
      p.reentry_minutes as "reentryMinutes", p.show_occupancy as "showOccupancy", p.minimum_age as "minimumAge",
      p.unknown_age as "unknownAge", ${CLOSINGS} as "closingDays"
    from access_policies p where p.partner_id = $1 and p.gym_id = $2 and p.is_set`,
};
const SAVE = {
  name: 'access-policies.save',
  text: `insert into access_policies as p (partner_id, gym_id, is_set, version, ${COLUMNS})
    values ($1, $2, true, 1, ${PLACES.join(', ')})
    on conflict (partner_id, gym_id) do update set is_set = true, version = p.version + 1, ${CHANGED.join(', ')}`,
};
const TOUCH = {
  name: 'access-policies.touch',
  text: `insert into access_policies as p (partner_id, gym_id, is_set, version) values ($1, $2, true, 1)
    on conflict (partner_id, gym_id) do update set is_set = true, version = p.version + 1`,
};
const OUTDATE = {
  name: 'access-policies.outdate',
  text: `update access_policies set version = version + 1 where partner_id = $1 and gym_id = $2 and is_set`,
};
const UNSET = {
  name: 'access-policies.unset',
  text: `update access_policies set is_set = false where partner_id = $1 and gym_id = $2`,
};
const REMOVE_CLOSINGS = {
  name: 'access-policies.remove-closings',
  text: `delete from access_closings where partner_id = $1 and gym_id = $2`,
};
const INSERT_CLOSINGS = {
  name: 'access-policies.insert-closings',
  text: `insert into access_closings (partner_id, gym_id, no, day, minute_from, minute_to, name)
    select $1, $2, no, day, minute_from, minute_to, name from json_populate_recordset(null::access_closings, $3::json)`,
};

const valuesOf = ({ capacity, antiPassback, ...policy }: AccessPolicy) => [
  policy.outsideRules,
  capacity?.max ?? null,
  capacity?.warnAtPercent ?? null,
  antiPassback.mode,
  antiPassback.minutes,
  antiPassback.scope,
  policy.reentryMinutes,
  policy.showOccupancy,
  policy.minimumAge,
  policy.unknownAge,
];

/** The tables `access_policies` and `access_closings`. The caller holds the lock of the gym. */
@Injectable()
export class AccessPoliciesRepository {
  constructor(private readonly capacities: Capacities) {}

  /** @returns undefined where none is set */
  async find(
    queries: Queries,
    partnerId: string,
    gymId: number,
  ): Promise<VersionedPolicy | undefined> {
    type Row = VersionedPolicy & Record<string, unknown>;
    return (await queries.query<Row>(FIND, [partnerId, gymId]))[0];
  }

  async save(tx: Queries, partnerId: string, gymId: number, policy: AccessPolicy): Promise<void> {
    await tx.query(SAVE, [partnerId, gymId, ...valuesOf(policy)]);
    await tx.query(REMOVE_CLOSINGS, [partnerId, gymId]);
    const closings = policy.closingDays.map(({ date, from, to, name }, no) => ({
      no,
      day: date,
      minute_from: from === undefined ? null : minuteOf(from),
      minute_to: to === undefined ? null : minuteOf(to),
      name,
    }));
    if (closings.length > 0)
      await tx.query(INSERT_CLOSINGS, [partnerId, gymId, JSON.stringify(closings)]);
    await this.capacities.set(tx, { partnerId, gymId }, policy.capacity);
  }

  /** The rules changed, which the policy counts: a new version of it, the first one with the defaults. */
  async touch(tx: Queries, partnerId: string, gymId: number): Promise<void> {
    await tx.query(TOUCH, [partnerId, gymId]);
  }

  /** What is shown of it besides the rules changed. */
  async outdate(tx: Pick<Queries, 'query'>, partnerId: string, gymId: number): Promise<void> {
    await tx.query(OUTDATE, [partnerId, gymId]);
  }

  /** The row stays, as a gym without a policy behaves, so that no later version is one of before. */
  async remove(tx: Queries, partnerId: string, gymId: number): Promise<void> {
    await this.save(tx, partnerId, gymId, DEFAULT_POLICY);
    await tx.query(UNSET, [partnerId, gymId]);
  }
}
