drop index ix_wellhub_users_country_code;
drop index ix_wellhub_users_origin;
drop index ix_wellhub_users_plan_id;
drop index ix_wellhub_users_canceled;
