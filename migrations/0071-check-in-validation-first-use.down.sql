alter table check_ins drop column first_used_at;
