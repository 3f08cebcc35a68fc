-- outside a transaction: doors read the rules while the index is built.
-- `rules.sql.ts` has the same expression.
create index concurrently if not exists ix_access_rule_windows_rights on access_rule_windows (
  gym_id, rights, (minute_from / 1440));
