create index ix_gate_nonces_at on gate_nonces using brin (at);
drop index ix_gate_nonces_age;
drop table gate_tries;
alter table devices drop column cards_locked_until;
