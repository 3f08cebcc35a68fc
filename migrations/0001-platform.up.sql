-- Rooms later in this list may refer to rows of earlier ones, never the other way round.

create table alerts (
  id uuid not null,
  partner_id uuid not null,
  code text not null,
  object text not null,
  gym_id bigint,
  detail text not null default '',
  count integer not null default 1,
  first_at timestamptz not null default clock_timestamp(),
  last_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  constraint pk_alerts primary key (partner_id, id)
);
-- One open row per code and object; a repeat only counts up.
create unique index uq_alerts_open on alerts (partner_id, code, object) where closed_at is null;

create table audit_log (
  id uuid not null,
  partner_id uuid,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  object text not null,
  request_id text,
  constraint pk_audit_log primary key (id)
);
create index ix_audit_log_partner on audit_log (partner_id, id);

create table idempotency_keys (
  owner uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  location text,
  answer bytea,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_idempotency_keys primary key (owner, key)
);
create index ix_idempotency_keys_created_at on idempotency_keys (created_at);

-- The one change counter of the Users API's `timestamp` and of the event feed.
create sequence change_numbers;
