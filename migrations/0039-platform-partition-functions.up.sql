-- Partitions are made ahead and dropped by age while we serve, and the role that serves need not own the tables: these run as
-- their owner, and do nothing that the user of the session could not do row by row.
create function make_partition(parent regclass, name text, from_at timestamptz, to_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made text := (select format('%I.%I', n.nspname, name) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.oid = parent and c.relkind = 'p' and name ~ ('^' || c.relname || '_\d+$'));
begin
  if made is null or not has_table_privilege(session_user, parent, 'insert') then
    raise insufficient_privilege using message = format('%s may make no partition %s of %s', session_user, name, parent);
  end if;
  execute 'create table ' || format('if not exists %s (like %s including defaults including constraints)', made, parent);
  execute format('alter table %s attach partition %s for values from (%L) to (%L)', parent, made, from_at, to_at);
exception when duplicate_table or object_not_in_prerequisite_state or wrong_object_type then null;
end $$;

create function drop_partition(parent regclass, name text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  dropped regclass := (select c.oid from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = parent and c.relname = name);
begin
  if not has_table_privilege(session_user, parent, 'delete') then
    raise insufficient_privilege using message = format('%s may drop no partition of %s', session_user, parent);
  end if;
  if dropped is not null then execute format('drop table %s', dropped); end if;
end $$;
