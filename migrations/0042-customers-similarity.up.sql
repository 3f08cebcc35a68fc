-- For a search that forgives typing errors. A role that may not make extensions, or a server without this one, migrates
-- all the same: people are then found by how their names begin. The comment says whose extension it is.
do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then return; end if;
  create extension pg_trgm;
  comment on extension pg_trgm is 'similar names; made by Gatehouse';
exception when insufficient_privilege or undefined_file or feature_not_supported or invalid_parameter_value then
  raise notice 'pg_trgm is not available to this role: the search of customers does not forgive typing errors';
end $$;
