drop table wellhub_refusals;
alter table wellhub_events drop column result;
