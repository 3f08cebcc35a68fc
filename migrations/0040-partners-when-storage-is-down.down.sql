alter table gyms drop column when_storage_is_down;
