drop table wellhub_connections;
drop table gyms;
drop sequence gym_ids;
drop table partners;
