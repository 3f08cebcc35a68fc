drop table usage_senders;
drop table usage_events;
drop sequence usage_event_numbers;
