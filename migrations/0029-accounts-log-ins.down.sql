drop index if exists ix_accounts_older_email_key;
drop index if exists ix_login_failures_source;
alter table mails drop column asked_by;
drop table password_reset_requests;
