-- How the receiver's answer to an attempt began, encrypted. Dropped by day, after RAW_PAYLOAD_DAYS.
create table webhook_answers (
  partner_id uuid not null,
  delivery_id uuid not null,
  -- Of the attempt, from 1.
  no integer not null,
  answer bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_webhook_answers primary key (partner_id, delivery_id, no, created_at)
) partition by range (created_at);

alter table webhook_subscriptions
  add column disabled_at timestamptz,
  add column disabled_reason text;
