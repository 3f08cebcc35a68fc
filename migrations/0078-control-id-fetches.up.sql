-- When a device last fetched commands; to 10 seconds. Its calls of other kinds tell nothing about that.
alter table control_id_devices add column fetched_commands_at timestamptz;
