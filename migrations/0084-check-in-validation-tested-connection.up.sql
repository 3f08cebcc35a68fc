-- What a connection test has tested: the result counts while the gym's connection is this one. A row without one is older
-- and counts for nothing.
alter table wellhub_connection_tests add column target text;
