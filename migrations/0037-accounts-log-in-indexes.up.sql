-- outside a transaction: people come and go while the index is built.
-- What one network failed over all names of a partner.
create index concurrently if not exists ix_login_failures_source on login_failures (partner_id, source, last_at);
-- As `ix_customers_older_email_key`; what stays here has another account in its way.
create index concurrently if not exists ix_accounts_older_email_key on accounts (partner_id, id)
  where octet_length(split_part(email_key, '@', 2)) > length(split_part(email_key, '@', 2));
