-- Addresses that older versions stored as they were typed: without white space, and with the scheme that they meant.
create function pg_temp.as_understood(typed text) returns text language sql as $$
  select regexp_replace(regexp_replace(plain, '^http:[/\\]*', 'http://', 'i'), '^https:[/\\]*', 'https://', 'i')
  from (select regexp_replace(btrim(typed, E' \t\r\n'), E'[\t\r\n]', '', 'g') as plain) typed
$$;
update partners set sign_up_url = pg_temp.as_understood(sign_up_url), log_in_url = pg_temp.as_understood(log_in_url)
where (sign_up_url, log_in_url)
  is distinct from (pg_temp.as_understood(sign_up_url), pg_temp.as_understood(log_in_url));
update gyms set website = pg_temp.as_understood(website), logo_url = pg_temp.as_understood(logo_url)
where (website, logo_url) is distinct from (pg_temp.as_understood(website), pg_temp.as_understood(logo_url));
drop function pg_temp.as_understood(text);
