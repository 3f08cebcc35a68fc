-- outside a transaction: people come and go while the index is built.
-- Rows whose key was made while domains were compared as they were typed. A worker turns them into the ASCII form;
-- then this index is empty.
create index concurrently if not exists ix_customers_older_email_key on customers (partner_id, id)
  where octet_length(split_part(email_key, '@', 2)) > length(split_part(email_key, '@', 2));
