import { emailKeyOfCustomerSql } from '../../customers/index.js';

export const COUNT_ACCOUNTS = {
  name: 'account-holder.count',
  text: `select count(*)::int as accounts from accounts where partner_id = $1 and customer_id in ($2, $3)`,
};
export const MOVE_ACCOUNT = {
  name: 'account-holder.move',
  text: `update accounts set customer_id = $3, updated_at = clock_timestamp()
    where partner_id = $1 and customer_id = $2`,
};
export const ERASE_TOKENS = {
  name: 'account-holder.erase-tokens',
  text: `delete from password_resets where partner_id = $1 and (
      account_id in (select id from accounts where partner_id = $1 and customer_id = $2)
      or (account_id is null and email_key = any($3::text[])))`,
};
export const ERASE_SESSIONS = {
  name: 'account-holder.erase-sessions',
  text: `delete from sessions where (partner_id, account_id) in
    (select partner_id, id from accounts where partner_id = $1 and customer_id = $2)`,
};
export const ERASE_ACCOUNT = {
  name: 'account-holder.erase-account',
  text: 'delete from accounts where partner_id = $1 and customer_id = $2',
};
export const FIND_KEY = {
  name: 'account-holder.find-key',
  // Locked first, as every transaction does that then changes its tokens and mails.
  text: `select email_key as "emailKey" from accounts where partner_id = $1 and customer_id = $2 for update`,
};
export const FIND_CUSTOMER_KEY = {
  name: 'account-holder.find-customer-key',
  text: `select ${emailKeyOfCustomerSql('$1', '$2')} as "emailKey"`,
};

export const EXPORT = `select a.email, a.password_hash is not null as "hasPassword", a.facebook_id as "facebookId", a.enabled,
    a.created_at as "createdAt", a.updated_at as "updatedAt",
    (select coalesce(json_agg(json_build_object('kind', s.kind, 'createdAt', s.created_at, 'expiresAt', s.expires_at)
      order by s.created_at), '[]'::json)
      from sessions s where s.partner_id = a.partner_id and s.account_id = a.id) as sessions
  from accounts a where a.partner_id = $1 and a.customer_id = $2`;
