-- What an entry uses once the person has passed: the check-in's first use, an entry of a guest pass.
alter table gate_passages add column used_check_in_id uuid, add column used_pass_id bigint;
