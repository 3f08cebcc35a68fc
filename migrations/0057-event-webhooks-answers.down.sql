drop table webhook_answers;
alter table webhook_subscriptions drop column disabled_at, drop column disabled_reason;
