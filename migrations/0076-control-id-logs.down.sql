drop table control_id_device_events;
drop table control_id_notifications;
alter table control_id_contacts drop column logs_fetched_at;
alter table control_id_contacts drop column last_log_id;
alter table control_id_contacts drop column settled_skew_seconds;
alter table control_id_contacts drop column clock_offsets;
alter table control_id_contacts drop column is_silent;
alter table visits drop column offline;
