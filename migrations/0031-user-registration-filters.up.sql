-- outside a transaction: people come and go while the index is built.
-- The administration lists customers by what Wellhub tells of them. Nobody is canceled but a few; the others are found
-- by walking the customers.
create index concurrently if not exists ix_wellhub_users_canceled on wellhub_users (partner_id) where status = 'CANCELED';
create index concurrently if not exists ix_wellhub_users_plan_id on wellhub_users (partner_id, plan_id) where plan_id is not null;
create index concurrently if not exists ix_wellhub_users_origin on wellhub_users (partner_id, origin) where origin is not null;
create index concurrently if not exists ix_wellhub_users_country_code on wellhub_users (partner_id, country_code) where country_code is not null;
