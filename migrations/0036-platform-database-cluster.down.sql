drop table database_cluster;
