drop table wellhub_connection_tests;
