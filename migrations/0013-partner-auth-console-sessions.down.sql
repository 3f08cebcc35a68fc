drop table console_sessions;
