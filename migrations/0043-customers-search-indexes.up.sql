-- outside a transaction: people come and go while the indexes are built.
-- What a search compares: `customer-text.sql.ts` has the same expressions. By the beginning of a name, in small letters
-- without accents; `ix_customers_first_name` and `ix_customers_last_name` serve the version before and go with a later one.
create index concurrently if not exists ix_customers_plain_first_name on customers (partner_id, lower(translate(first_name,
    'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ',
    'AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyy')) text_pattern_ops) where first_name is not null;
create index concurrently if not exists ix_customers_plain_last_name on customers (partner_id, lower(translate(last_name,
    'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ',
    'AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyy')) text_pattern_ops) where last_name is not null;
-- By similarity. Left out where pg_trgm is missing.
create index concurrently if not exists ix_customers_similarity on customers using gin (
  lower(translate(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(email_key, ''),
    'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ',
    'AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyy')) gin_trgm_ops);
-- A phone number by its last digits, which are the same with and without a country code.
create index concurrently if not exists ix_customers_phone_end on customers (
  partner_id, reverse(regexp_replace(phone_number, '\D', '', 'g')) text_pattern_ops) where phone_number is not null;
