import { enabledAccountByCustomerSql, enabledAccountByEmailSql } from '../../accounts/index.js';
import { customerIdByGpwIdSql } from '../../customers/index.js';
import { RowStatement } from '../../platform/database/row-statement.js';

const FIELDS = {
  partner_id: 'uuid',
  gpw_id: 'text',
  plan_id: 'text',
  origin: 'text',
  country_code: 'text',
  email_key: 'text',
  jti: 'uuid',
  prefill: 'bytea',
};

const linkedCustomer = customerIdByGpwIdSql('asked.partner_id', 'asked.gpw_id');

/**
 * Stores the users and their prefill, and returns the state of each: one round trip (W-9 to W-12). Users are written in
 * the order of their key, so that two batches cannot wait for each other. Shared value: how many minutes a prefill
 * lives.
 */
export const REGISTER = new RowStatement(
  'user-registration.register',
  FIELDS,
  (asked) => `
  with asked as (${asked}), stored as (
    insert into wellhub_users as known (partner_id, gpw_id, plan_id, origin, country_code)
    select partner_id, gpw_id, plan_id, origin, country_code from asked order by partner_id, gpw_id
    on conflict (partner_id, gpw_id) do update set
      plan_id = coalesce(excluded.plan_id, known.plan_id),
      origin = coalesce(excluded.origin, known.origin),
      country_code = coalesce(excluded.country_code, known.country_code),
      last_registered_at = clock_timestamp()
    returning partner_id, gpw_id, status
  ), prefilled as (
    insert into link_tokens (partner_id, jti, prefill, expires_at)
    select partner_id, jti, prefill, clock_timestamp() + make_interval(mins => $9::integer)
    from asked where prefill is not null
  )
  select asked.jti, stored.status, clock_timestamp() as "issuedAt",
    ${enabledAccountByCustomerSql('asked.partner_id', linkedCustomer)} as linked,
    asked.email_key is not null
      and ${enabledAccountByEmailSql('asked.partner_id', 'asked.email_key')} as "emailKnown"
  from asked join stored using (partner_id, gpw_id)`,
);
