alter table check_ins drop column traceparent;
