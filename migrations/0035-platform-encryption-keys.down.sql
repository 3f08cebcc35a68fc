drop table running_replicas;
drop table encryption_keys;
