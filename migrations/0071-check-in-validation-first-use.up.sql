-- When a validated check-in first opened a door, at gyms where it opens for some time only.
alter table check_ins add column first_used_at timestamptz;
