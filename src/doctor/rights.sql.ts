/** What the role of this session lacks on tables and sequences of the schema: `kind`, `name`, `lacks`. */
export const LACKING_RIGHTS = `
  select 'table' as kind, c.relname as name, r.needed as lacks
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) r (needed)
  where c.relkind in ('r', 'p') and not c.relispartition
    and (c.relname <> 'schema_migrations' or r.needed = 'SELECT') and not has_table_privilege(c.oid, r.needed)
  union all
  select 'sequence', c.relname, 'USAGE'
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
  where case when c.relkind = 'S' then not has_sequence_privilege(c.oid, 'USAGE') else false end
  order by 1 desc, 2, 3`;

/** Who this session is, in which schema, whether it may make tables there, and whether anything can be written. */
export const ROLE = `
  select quote_ident(current_user) as role, current_schema() as schema,
    coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as "mayCreate",
    pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "isReadOnly"`;
