drop table wellhub_event_keys;
drop table wellhub_events;
