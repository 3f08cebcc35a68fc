-- How many people are inside a gym that admits only so many: a row for those gyms alone. Entries and exits change it
-- at every passage, so a page has room for a second version of each of its rows.
create table gym_occupancy (
  partner_id uuid not null,
  gym_id bigint not null,
  inside integer not null,
  capacity integer not null,
  warn_at_percent integer,
  is_nearly_full boolean not null default false,
  counted_at timestamptz,
  recount_at timestamptz not null default clock_timestamp(),
  constraint pk_gym_occupancy primary key (partner_id, gym_id),
  constraint fk_gym_occupancy_gym foreign key (partner_id, gym_id) references gyms (partner_id, id),
  constraint ck_gym_occupancy_capacity check (capacity > 0)
) with (fillfactor = 40);
