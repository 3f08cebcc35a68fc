-- outside a transaction
drop index concurrently if exists ix_accounts_older_email_key;
drop index concurrently if exists ix_login_failures_source;
