-- From where: the address that the request came from. Null for what no request did, and in older rows.
alter table audit_log add column source text;
create index ix_audit_log_at on audit_log (at);
