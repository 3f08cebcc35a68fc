import { customerForEntrySql } from '../customers/index.js';
import { accessCodeSettingsSql } from '../partners/index.js';
import { RowStatement } from '../platform/database/row-statement.js';

/** How the statement answers a request: a code was stored, or why not. */
export type IssueOutcome = 'ISSUED' | 'MISSING' | 'DISABLED' | 'LIMITED';

export interface IssueRow {
  no: number;
  outcome: IssueOutcome;
  expiresAt: Date | null;
}

const REQUEST_FIELDS = {
  no: 'int',
  partner_id: 'uuid',
  customer_id: 'bigint',
  /** null: every gym */
  gym_id: 'bigint',
  /** null: the caller is not narrowed to one */
  caller_gym_id: 'bigint',
  hash: 'bytea',
};

/** Issues codes: looks up the customer and the settings, counts the last minute, inserts. Shared value: the limit. */
export const ISSUE = new RowStatement(
  'access-codes.issue',
  REQUEST_FIELDS,
  (requests) => `
    with request as materialized (
      select w.*, c.id as known_id, c.status,
        w.caller_gym_id is null or c.home_gym_id = w.caller_gym_id or c.wellhub_id is not null
          or c.gpw_id is not null as visible,
        coalesce(s.enabled, true) as enabled, coalesce(s.ttl_seconds, 60) as ttl_seconds,
        coalesce(s.single_use, true) as single_use, r.recent
      from (${requests}) w
      left join lateral (${customerForEntrySql('w.partner_id', 'w.customer_id')}) c on true
      left join lateral (${accessCodeSettingsSql('w.partner_id', 'coalesce(w.gym_id, c.home_gym_id)')}) s on true
      cross join lateral (
        select count(*) as recent from access_codes a
        where a.partner_id = w.partner_id and a.customer_id = w.customer_id
          and a.issued_at > statement_timestamp() - interval '1 minute'
          and a.issued_at <= statement_timestamp() + interval '1 minute') r
    ), judged as materialized (
      select request.*, clock_timestamp() as now, case
        when known_id is null or status not in ('PENDING', 'ACTIVE') or visible is not true then 'MISSING'
        when not enabled then 'DISABLED'
        when recent >= $7 then 'LIMITED'
        else 'ISSUED' end as outcome
      from request
    ), issued as (
      insert into access_codes (partner_id, hash, customer_id, gym_id, single_use, issued_at, expires_at)
      select partner_id, hash, customer_id, gym_id, single_use, now,
        to_timestamp(ceil(extract(epoch from now) + ttl_seconds))
      from judged where outcome = 'ISSUED'
      returning hash, expires_at
    )
    select j.no, j.outcome, i.expires_at as "expiresAt" from judged j left join issued i on i.hash = j.hash order by j.no`,
);
