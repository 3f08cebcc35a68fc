-- outside a transaction
drop index concurrently if exists ix_customers_phone_end;
drop index concurrently if exists ix_customers_similarity;
drop index concurrently if exists ix_customers_plain_last_name;
drop index concurrently if exists ix_customers_plain_first_name;
