-- The same as in 0027: addresses that older versions stored as they were typed could never be called.
create function pg_temp.as_understood(typed text) returns text language sql as $$
  select regexp_replace(regexp_replace(plain, '^http:[/\\]*', 'http://', 'i'), '^https:[/\\]*', 'https://', 'i')
  from (select regexp_replace(btrim(typed, E' \t\r\n'), E'[\t\r\n]', '', 'g') as plain) typed
$$;
update webhook_subscriptions set url = pg_temp.as_understood(url) where url <> pg_temp.as_understood(url);
drop function pg_temp.as_understood(text);
