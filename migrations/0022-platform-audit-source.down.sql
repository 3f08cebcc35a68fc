drop index ix_audit_log_at;
alter table audit_log drop column source;
