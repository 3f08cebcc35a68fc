-- Names of the fields that a request changed, with the new values that are neither secret nor personal. Null in older rows.
alter table audit_log add column changes jsonb;
