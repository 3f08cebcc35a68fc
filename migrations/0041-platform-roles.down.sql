alter table running_replicas drop column does_background_work;
