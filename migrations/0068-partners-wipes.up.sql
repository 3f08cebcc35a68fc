-- A wipe of a test environment: requested, and what is left to do is done in the background.
alter table partners add column wipe_requested_at timestamptz, add column wiped_at timestamptz;
create index ix_partners_wipe_requested_at on partners (wipe_requested_at) where wipe_requested_at is not null;
