alter table audit_log drop column changes;
