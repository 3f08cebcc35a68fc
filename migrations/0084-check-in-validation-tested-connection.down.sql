alter table wellhub_connection_tests drop column target;
