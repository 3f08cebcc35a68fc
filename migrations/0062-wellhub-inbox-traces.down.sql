alter table wellhub_events drop column traceparent;
