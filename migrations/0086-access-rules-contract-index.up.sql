-- outside a transaction: doors read the rules while the index is built.
-- For people who enter by a contract: the rules about them on a day, in their order. `rules.sql.ts` has the same expressions.
create index concurrently if not exists ix_access_rule_windows_contract on access_rule_windows (
  gym_id, (minute_from / 1440), position) where rights & 1 <> 0;
