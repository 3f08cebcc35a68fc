-- The outbox. Rows are written in the transaction of the fact they tell; `dispatched_at` says that
-- deliveries for every matching subscription exist. Dropped by day (docs/architecture.md, "What is kept").
create table events (
  partner_id uuid not null,
  id uuid not null,
  type text not null,
  entity_id bigint not null,
  gym_id bigint,
  occurred_at timestamptz not null,
  content json,
  change_no bigint not null default nextval('change_numbers'),
  change_xid xid8 not null default pg_current_xact_id(),
  dispatched_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_events primary key (partner_id, id, created_at)
) partition by range (created_at);
create index ix_events_undispatched on events (created_at) where dispatched_at is null;
-- The feed's order: whatever commits late has a transaction id that readers have not passed yet.
create index ix_events_feed on events (partner_id, change_xid, change_no);

create table webhook_subscriptions (
  partner_id uuid not null,
  id uuid not null,
  url text not null,
  event_types text[],
  gym_id bigint,
  retry jsonb not null default '"default"',
  webhook_key bytea not null,
  secret bytea not null,
  previous_secret bytea,
  previous_secret_until timestamptz,
  state text not null default 'ACTIVE',
  -- A replay in progress: events stored in this span are still to be queued, after this position of the feed.
  replay_from timestamptz,
  replay_until timestamptz,
  replay_xid xid8,
  replay_no bigint,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz,
  constraint pk_webhook_subscriptions primary key (partner_id, id),
  constraint fk_webhook_subscriptions_gym foreign key (partner_id, gym_id) references gyms (partner_id, id),
  constraint ck_webhook_subscriptions_state check (state in ('ACTIVE', 'DISABLED'))
);
create index ix_webhook_subscriptions_replay on webhook_subscriptions (replay_from) where replay_from is not null;

create table webhook_deliveries (
  partner_id uuid not null,
  id uuid not null default gen_random_uuid(),
  subscription_id uuid not null,
  event_id uuid not null,
  event_created_at timestamptz not null,
  state text not null default 'PENDING',
  -- The claim that may write its result; a worker whose lease lapsed carries an older number.
  claim integer not null default 0,
  attempts jsonb not null default '[]',
  -- While an attempt runs: the end of its lease.
  next_attempt_at timestamptz default clock_timestamp(),
  first_attempt_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_webhook_deliveries primary key (partner_id, id, created_at),
  constraint ck_webhook_deliveries_state check (state in ('PENDING', 'DELIVERED', 'FAILED'))
) partition by range (created_at);
create index ix_webhook_deliveries_due on webhook_deliveries (next_attempt_at, subscription_id) where state = 'PENDING';
create index ix_webhook_deliveries_subscription on webhook_deliveries (partner_id, subscription_id, created_at, id);
