-- Whether doors of the gym admit people whom a replica knows while this database is away.
alter table gyms
  add column when_storage_is_down text not null default 'DENY',
  add constraint ck_gyms_when_storage_is_down check (when_storage_is_down in ('DENY', 'ADMIT_KNOWN'));
create index ix_gyms_admit_known on gyms (id) where when_storage_is_down = 'ADMIT_KNOWN' and deleted_at is null;
