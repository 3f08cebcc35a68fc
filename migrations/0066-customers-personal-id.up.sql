-- outside a transaction: people come and go while the index is built.
-- `user-search.repository.ts` has the same expression.
create index concurrently if not exists ix_customers_personal_id on customers (
  partner_id, upper(regexp_replace(personal_id, '[ ./-]', '', 'g'))) where personal_id is not null;
