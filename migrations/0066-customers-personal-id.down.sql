-- outside a transaction
drop index concurrently if exists ix_customers_personal_id;
