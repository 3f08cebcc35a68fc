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
create index ix_events_feed on events (partner_id, change_no);

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
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz,
  constraint pk_webhook_subscriptions primary key (partner_id, id),
  constraint fk_webhook_subscriptions_gym foreign key (partner_id, gym_id) references gyms (partner_id, id),
  constraint ck_webhook_subscriptions_state check (state in ('ACTIVE', 'DISABLED'))
);

create table webhook_deliveries (
  partner_id uuid not null,
  id uuid not null default gen_random_uuid(),
  subscription_id uuid not null,
  event_id uuid not null,
  event_created_at timestamptz not null,
  state text not null default 'PENDING',
  -- The attempt that may write its result; a worker whose lease lapsed carries an older number.
  attempt integer not null default 0,
  attempts jsonb not null default '[]',
  next_attempt_at timestamptz default clock_timestamp(),
  lease_until timestamptz,
  first_attempt_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_webhook_deliveries primary key (partner_id, id, created_at),
  constraint ck_webhook_deliveries_state check (state in ('PENDING', 'DELIVERED', 'FAILED'))
) partition by range (created_at);
create index ix_webhook_deliveries_due on webhook_deliveries (subscription_id, next_attempt_at) where state = 'PENDING';
create index ix_webhook_deliveries_subscription on webhook_deliveries (partner_id, subscription_id, created_at, id);
