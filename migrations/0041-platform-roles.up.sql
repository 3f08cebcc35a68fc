-- Whether the process does background work. One of an older version always does, and does not say so.
alter table running_replicas add column does_background_work boolean not null default true;
