do $$
begin
  if obj_description((select oid from pg_extension where extname = 'pg_trgm'), 'pg_extension')
    = 'similar names; made by Gatehouse'
  then drop extension pg_trgm; end if;
end $$;
