alter table gate_decisions drop column access_right, drop column rule_id;
