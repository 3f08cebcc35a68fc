alter table gate_passages drop column used_check_in_id, drop column used_pass_id;
