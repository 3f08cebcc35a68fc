-- A door may have opened by itself while it could not reach us; its visits are told afterwards.
alter table visits add column offline boolean not null default false;

-- It was not heard of for ten minutes, and an alert says so.
alter table control_id_contacts add column is_silent boolean not null default false;
-- Its clock minus ours, of the last nine scans, newest first; and their median before it moved.
alter table control_id_contacts add column clock_offsets integer[] not null default '{}';
alter table control_id_contacts add column settled_skew_seconds integer;
-- Up to this number all of its access logs are here.
alter table control_id_contacts add column last_log_id bigint not null default 0;
alter table control_id_contacts add column logs_fetched_at timestamptz;

-- Notifications of the last 24 hours: a copy is recognised by the hash of its body, what it says is forgotten once it is handled.
create table control_id_notifications (
  partner_id uuid not null,
  device_id bigint not null,
  hash bytea not null,
  gym_id bigint not null,
  topic text not null,
  facts jsonb,
  arrived_at timestamptz not null default clock_timestamp(),
  -- When it is handled (again); null once it is.
  due_at timestamptz default clock_timestamp(),
  attempts integer not null default 0,
  constraint pk_control_id_notifications primary key (partner_id, device_id, hash)
);
create index ix_control_id_notifications_due on control_id_notifications (due_at) where due_at is not null;
create index ix_control_id_notifications_arrived on control_id_notifications (arrived_at);

-- What happened at a device beside the scans that it asked us about. No card, no code, no name.
create table control_id_device_events (
  partner_id uuid not null,
  id uuid not null,
  device_id bigint not null,
  gym_id bigint not null,
  type text not null,
  at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  log_id bigint,
  vendor_event integer,
  time_unknown boolean not null default false,
  customer_id bigint,
  visit_id bigint,
  decision_id uuid,
  detail text,
  constraint pk_control_id_device_events primary key (partner_id, id)
);
create unique index uq_control_id_device_events_log on control_id_device_events (partner_id, device_id, log_id) where log_id is not null;
create unique index uq_control_id_device_events_decision on control_id_device_events (partner_id, decision_id) where decision_id is not null;
create index ix_control_id_device_events_device on control_id_device_events (partner_id, device_id, at, id);
create index ix_control_id_device_events_customer on control_id_device_events (partner_id, customer_id) where customer_id is not null;
create index ix_control_id_device_events_received on control_id_device_events (received_at);
