-- outside a transaction
drop index concurrently if exists ix_wellhub_users_country_code;
drop index concurrently if exists ix_wellhub_users_origin;
drop index concurrently if exists ix_wellhub_users_plan_id;
drop index concurrently if exists ix_wellhub_users_canceled;
