import { entryFactsSql, handOverSql } from '../../check-in-validation/index.js';
import {
  currentContractSql,
  customerByWellhubIdForEntrySql,
  restrictedSql,
} from '../../customers/index.js';
import { gymTodaySql } from '../../partners/index.js';
import { RIGHT_TO_ENTER } from '../scan/verdict.sql.js';
import type { ScanVerdict } from '../scan/scan.js';

export interface MemberRow {
  customerId: number | null;
  verdict: Extract<
    ScanVerdict,
    | 'OPEN'
    | 'VALIDATE'
    | 'PROBE'
    | 'CUSTOMER_ACCESS_RESTRICTED'
    | 'CONTRACT_REQUIRED'
    | 'WELLHUB_CHECKIN_REQUIRED'
  >;
}

/** Who is at the gym's own door, and what checks 9 and 10 need to know of them. Values: partner, gym, Wellhub id. */
const MEMBER = `
  select q.*, c.id as customer_id, c.status, c.origin, c.wellhub_id, c.gpw_id, c.gpw_active,
    ${restrictedSql('q.partner_id', 'c.id', 'g.today')} as restricted,
    ${currentContractSql('q.partner_id', 'c.id', 'g.today')} as has_contract,
    facts.best, facts.pending_id, true as execute, null::text as admit
  from (select $1::uuid as partner_id, $2::bigint as gym_id, $3::text as member) q
  cross join lateral (${gymTodaySql('q.partner_id', 'q.gym_id')}) g
  left join lateral (${customerByWellhubIdForEntrySql('q.partner_id', 'q.member')}) c on true
  left join lateral ${entryFactsSql({ partner: 'q.partner_id', customer: 'c.id', gym: 'q.gym_id', today: 'g.today' })} facts on c.id is not null`;

const VERDICT = `case
    when customer_id is null then 'WELLHUB_CHECKIN_REQUIRED'
    when status not in ('PENDING', 'ACTIVE') or restricted then 'CUSTOMER_ACCESS_RESTRICTED'
    else ${RIGHT_TO_ENTER} end`;

/**
 * The gate's right to enter without its door: no code, no visit. An entry with a waiting check-in hands it over to the
 * worker.
 */
export const MAY_ENTER = {
  name: 'gate.may-enter',
  text: `with member as materialized (${MEMBER}),
  judged as materialized (select member.*, ${VERDICT} as verdict from member),
  handed as (select partner_id, pending_id as check_in_id from judged
    where verdict = 'OPEN' and pending_id is not null),
  handed_over as (${handOverSql('handed')})
  select customer_id as "customerId", verdict from judged`,
};
