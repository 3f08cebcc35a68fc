-- outside a transaction: doors read the rules while the index is dropped.
drop index concurrently if exists ix_access_rule_windows_contract;
