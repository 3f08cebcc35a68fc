import { Injectable } from '@nestjs/common';
import {
  accessPolicySql,
  ageSql,
  closingDaySql,
  decidingRuleSql,
  localTimeOf,
  localTimeSql,
  passesForEntrySql,
  refusalOutsideRulesSql,
  RIGHT_BITS,
  type Candidate,
} from '../../access-rules/index.js';
import { currentMembershipsSql, customerForEntrySql } from '../../customers/index.js';
import { gymTodaySql } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';
import { wellhubPlanSql } from '../../user-registration/index.js';
import { isFullForSql } from '../../visits/index.js';
import type { CheckIn } from '../check-ins/check-in.js';

/** Why a door would have refused a person whom the desk lets in. */
export interface AccessWarning {
  readonly code: string;
  readonly ruleId?: number;
}

interface Row {
  readonly isClosed: boolean;
  readonly isOfWrongAge: boolean;
  readonly isFull: boolean;
  readonly refusal: string | null;
  readonly ruleId: number | null;
}

const CANDIDATE: Candidate = {
  partner: 'f.partner_id',
  gym: 'f.gym_id',
  device: 'null::bigint',
  ...localTimeOf('f'),
  age: 'f.age',
  memberships: 'f.membership_ids',
  plan: 'f.wellhub_plan',
  rightBit: 'f.right_bit',
  product: 'f.product',
};

/** No row at a gym without a policy, and for staff. */
const PERSON = `
  select q.*, y.*, t.*, g.today, ${ageSql('c.birth_date', 't.local')} as age,
    ${closingDaySql('q.partner_id', 'q.gym_id', localTimeOf('t'))} is not null as is_closed,
    ${currentMembershipsSql('q.partner_id', 'c.id', 'g.today')} as membership_ids,
    coalesce(${wellhubPlanSql('q.partner_id', 'case when c.gpw_active then c.gpw_id end')}, 'unknown') as wellhub_plan,
    passes.guest_pass_id
  from (select $1::uuid as partner_id, $2::bigint as customer_id, $3::bigint as gym_id,
    coalesce($4::text, 'unknown') as product) q
  cross join lateral (${customerForEntrySql('q.partner_id', 'q.customer_id')}) c
  cross join lateral (${gymTodaySql('q.partner_id', 'q.gym_id')}) g
  cross join lateral (${localTimeSql('clock_timestamp()', 'g.time_zone')}) t
  cross join lateral (${accessPolicySql('q.partner_id', 'q.gym_id')}) y
  cross join lateral (${passesForEntrySql('q.partner_id', 'q.customer_id', { gym: 'q.gym_id', day: 'g.today' })}) passes
  where not passes.is_staff`;

/** The rights that the person has, best first, as at a door (`access-rules.md` 2). */
const RIGHTS = `
  select p.*, right_bit from person p
  cross join lateral (values (2, ${RIGHT_BITS.CONTRACT}, p.membership_ids is not null), (3, ${RIGHT_BITS.WELLHUB}, true),
    (5, ${RIGHT_BITS.GUEST}, p.guest_pass_id is not null)) r (rank, right_bit, holds)
  where holds order by rank`;

/** What the desk decides in spite of: no check of check-ins, since it validates one, and no door. */
const READ = {
  name: 'access-warnings.read',
  text: `with person as materialized (${PERSON}),
    judged as (select f.*, r.rule_id, r.denied_as, coalesce(r.effect, f.outside_rules) = 'ALLOW' as allowed
      from (${RIGHTS}) f left join lateral (${decidingRuleSql(CANDIDATE)}) r on true)
    select p.is_closed as "isClosed",
      p.minimum_age is not null and coalesce(p.age < p.minimum_age, p.unknown_age = 'DENY') as "isOfWrongAge",
      ${isFullForSql('p.partner_id', 'p.gym_id', 'p.customer_id')} as "isFull",
      refused.refusal, refused.rule_id as "ruleId"
    from person p left join lateral (
      select f.rule_id, coalesce(f.denied_as, ${refusalOutsideRulesSql(CANDIDATE)}) as refusal from judged f
      where not exists (select from judged where allowed) limit 1) refused on true`,
};

@Injectable()
export class AccessWarningsRepository {
  constructor(private readonly db: Database) {}

  /** In the order in which a door checks. */
  async of({ partnerId, customerId, gymId, productId }: CheckIn): Promise<AccessWarning[]> {
    const values = [partnerId, customerId, gymId, productId];
    const [row] = await this.db.query<Row & object>(READ, values);
    return row ? warningsOf(row) : [];
  }
}

const warningsOf = ({ isClosed, isOfWrongAge, isFull, refusal, ruleId }: Row): AccessWarning[] => [
  ...(isClosed ? [{ code: 'ACCESS_CLOSED_TODAY' }] : []),
  ...(isOfWrongAge ? [{ code: 'ACCESS_AGE' }] : []),
  ...(refusal === null ? [] : [{ code: refusal, ...(ruleId !== null && { ruleId }) }]),
  ...(isFull ? [{ code: 'ACCESS_FULL' }] : []),
];
