drop sequence change_numbers;
drop table idempotency_keys;
drop table audit_log;
drop table alerts;
