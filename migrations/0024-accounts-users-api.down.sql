alter table mails drop column reset_token_hash;
drop table login_alarms;
drop table mail_templates;
drop index uq_accounts_facebook_id;
alter table accounts drop column facebook_id;
