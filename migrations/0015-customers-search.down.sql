drop index ix_customers_first_name;
drop index ix_customers_last_name;
drop index ix_customers_email_key_prefix;
