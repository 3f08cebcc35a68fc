-- What an event made, joined or changed: CHECK_IN/<id>, BOOKING/<id>, CUSTOMER/<id>.
alter table wellhub_events add column result text;

-- Webhooks that were refused at an address of ours: nothing in them is proven, so they are only counted.
create table wellhub_refusals (
  partner_id uuid not null,
  id uuid not null,
  day date not null,
  environment text not null,
  -- 0: the partner's own address.
  hook_gym_id bigint not null,
  reason text not null,
  refused integer not null,
  first_at timestamptz not null default clock_timestamp(),
  last_at timestamptz not null default clock_timestamp(),
  constraint pk_wellhub_refusals primary key (partner_id, id),
  constraint uq_wellhub_refusals_place unique (partner_id, day, environment, hook_gym_id, reason)
);
create index ix_wellhub_refusals_last_at on wellhub_refusals (last_at);
