-- In which cluster this database lies. Transaction ids mean something within one cluster only: after a restore into
-- another one those that it has yet to reach are set to `restored_xid`, which is what places in a feed from before it count as.
create table database_cluster (
  only_row boolean not null default true,
  system_identifier text,
  restored_xid xid8 not null default '0',
  -- The last change number that was restored.
  restored_no bigint not null default -1,
  constraint pk_database_cluster primary key (only_row),
  constraint ck_database_cluster_only_row check (only_row)
);
insert into database_cluster default values;
