alter table gate_decisions drop column passage_id, drop column medium;
drop table gate_passages;
drop sequence passage_ids;
