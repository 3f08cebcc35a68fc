-- outside a transaction
drop index concurrently if exists ix_customers_older_email_key;
