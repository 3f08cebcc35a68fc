drop table presence;
drop table visits;
drop sequence visit_ids;
