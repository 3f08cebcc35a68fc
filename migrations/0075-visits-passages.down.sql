alter table presence drop column gave_up_at;
alter table visits drop column passage;
