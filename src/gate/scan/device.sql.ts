import { policyColumnsOf } from '../../access-rules/index.js';
import { gymTodaySql } from '../../partners/index.js';
import { gymWithPolicySql } from './rights.sql.js';
import type { ScanForm } from './scan-form.js';

/** The device that a scan names. Each way to name one is an equality on a key of its own. */
const NAMED = {
  TOKEN: 'd.token_hash = s.token_hash',
  ID: 'd.partner_id = s.of_partner_id and d.id = s.of_device_id',
} as const;

/** Whether an entry counts when the person has passed: only where the device reports that. */
const COUNTS_LATER = {
  TOKEN: 'false',
  ID: `coalesce(s.turn_seconds is not null and g.count_visit_on = 'TURN', false)`,
} as const;

/** Checks 1 and 3, and the nonce half of check 4. `scanned_at` is the moment the scan reached us, by the database's clock. */
export const devicesSql = (
  source: string,
  { namedBy, withRules }: Pick<ScanForm, 'namedBy' | 'withRules'>,
): string => `
  select s.*, d.partner_id, d.id as device_id, d.gym_id, d.direction, d.repeat_window_seconds, g.today, g.time_zone,
    g.language, g.has_policy,${withRules ? ` ${policyColumnsOf('g')},` : ''} ${COUNTS_LATER[namedBy]} as counts_later,
    coalesce(s.arrived_at, clock_timestamp() - make_interval(secs => s.waited_seconds)) as scanned_at,
    case when s.card_number is not null and s.admit is null
      then extract(epoch from d.cards_locked_until - clock_timestamp())::float8 end as locked_for,
    n.answer as earlier_answer, n.value_hash as earlier_value_hash
  from ${source} s
  left join devices d on ${NAMED[namedBy]} and d.active and d.deleted_at is null
  left join lateral (${(withRules ? gymWithPolicySql : gymTodaySql)('d.partner_id', 'd.gym_id')}) g on true
  left join lateral (
    select m.answer, m.value_hash from gate_nonces m
    where m.partner_id = d.partner_id and m.device_id = d.id and m.nonce = s.nonce
      and s.execute and m.at > statement_timestamp() - interval '24 hours'
    limit 1) n on true`;
