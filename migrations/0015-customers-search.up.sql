-- The front desk finds people by the beginning of a name or an e-mail.
create index ix_customers_first_name on customers (partner_id, lower(first_name) text_pattern_ops) where first_name is not null;
create index ix_customers_last_name on customers (partner_id, lower(last_name) text_pattern_ops) where last_name is not null;
create index ix_customers_email_key_prefix on customers (partner_id, email_key text_pattern_ops) where email_key is not null;
