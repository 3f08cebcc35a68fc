-- The right with which somebody entered or wanted to, and the rule that decided. Metadata only: no row is written anew.
alter table gate_decisions add column access_right text, add column rule_id bigint;
