import { goesAgainSql } from '../../visits/index.js';
import { isOneOf } from './scan-fields.sql.js';
import { outcomeOfRank, rightOfRank } from './rights.sql.js';
import type { ScanForm } from './scan-form.js';

/** Only the first scan of a customer is judged: the others have to see what it did. */
export const FIRST_IN_BATCH = { first_no: 'min(s.no)' };

const IN_WINDOW = 'p.scanned_at < l.last_scan_at + make_interval(secs => p.repeat_window_seconds)';

/**
 * When the same value is the same scan. A device that gives each scan a nonce of its own also names two pictures of one
 * code differently: there the window holds for them too.
 */
const REPEATED = {
  TOKEN: `case when p.nonce is null then l.last_nonce is null and ${IN_WINDOW} else l.last_nonce = p.nonce end`,
  ID: `l.last_nonce = p.nonce or ${IN_WINDOW}`,
} as const;

/** Who gave up to pass tries the same way again: only devices that report it know. */
const AGAIN = { TOKEN: 'false', ID: goesAgainSql('l', 'p') } as const;

/** The lock is taken here; `inside` and the rest are as committed now, not as when the statement began. */
const presentSql = ({ namedBy, hashes, isAlone }: ScanForm): string => {
  const again = AGAIN[namedBy];
  return `
  select p.*, l.customer_id is not null as has_presence, l.visit_id as open_visit_id, l.visit_gym_id as open_gym_id,
    l.visit_source as open_source, l.awaited_gym_id, l.entered_at as open_since, l.codes_used_until, l.moved_at, l.last_visit_id,
    l.last_direction, l.last_provisional, l.last_scan_at, ${again} as goes_again,
    p.execute and l.last_device_id = p.device_id and ${isOneOf('l.last_value_hash', hashes, 'p.')}
      and (${REPEATED[namedBy]}) as is_repeat,
    l.moved_at is distinct from p.seen_moved_at or p.scanned_at <= l.moved_at as overtaken,
    case when p.direction <> 'BOTH' then p.direction when ${again} then l.last_direction
      when l.visit_gym_id = p.gym_id and l.visit_source <> 'DESK' then 'OUT' else 'IN' end as way,
    coalesce(l.visit_gym_id = p.gym_id and l.visit_source = 'DESK' and p.direction <> 'OUT', false) as takes_over,
    ${isAlone ? 'true' : 'p.no = l.first_no'} as is_first
  from people p left join locked l on ${isAlone ? 'true' : 'l.partner_id = p.partner_id and l.customer_id = p.customer_id'}`;
};

/** The desk has decided about the visit that is taken over: the rules do not judge it again. */
const eitherSql = (name: string): string =>
  `case when s.takes_over then s.first_${name} else s.best_${name} end`;

/** The right that would be used, and `pending_id`, the check-in for the worker. */
export const standingSql = (form: ScanForm): string =>
  form.withRules
    ? `select s.*, case when s.way = 'IN' then ${rightOfRank('s.entry_rank')} end as entry_right,
        ${outcomeOfRank('s', 's.entry_rank')} as outcome, ${eitherSql('check_in_id')} as check_in_id, case when s.way = 'IN' and not s.takes_over then s.best_rule_id end as rule_id,
        case when s.takes_over then s.first_pending_id else s.allowed_pending_id end as pending_id
      from (select s.*, ${eitherSql('rank')} as entry_rank from (${presentSql(form)}) s) s`
    : presentSql(form);
