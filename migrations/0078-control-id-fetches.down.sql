alter table control_id_devices drop column fetched_commands_at;
