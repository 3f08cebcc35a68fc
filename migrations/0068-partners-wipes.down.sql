drop index ix_partners_wipe_requested_at;
alter table partners drop column wipe_requested_at, drop column wiped_at;
