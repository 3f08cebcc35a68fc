alter table staff_sessions drop constraint ck_staff_sessions_awaits, drop column proven_at, drop column awaits;
drop table staff_recovery_codes;
drop table staff_second_factors;
