-- Which maker's protocol a device speaks; older versions make and see devices of the general one.
alter table devices add column vendor text not null default 'GENERIC';

create table control_id_devices (
  partner_id uuid not null,
  device_id bigint not null,
  -- What was set; everything else has its default, some of them by model.
  settings jsonb not null default '{}',
  constraint pk_control_id_devices primary key (partner_id, device_id),
  constraint fk_control_id_devices_device foreign key (partner_id, device_id) references devices (partner_id, id)
);

-- The present secret of a device has no end; earlier ones work until theirs.
create table control_id_secrets (
  secret_hash bytea not null,
  partner_id uuid not null,
  device_id bigint not null,
  sealed_secret bytea,
  ends_at timestamptz,
  constraint pk_control_id_secrets primary key (secret_hash),
  constraint fk_control_id_secrets_device foreign key (partner_id, device_id) references control_id_devices (partner_id, device_id)
);
create unique index uq_control_id_secrets_present on control_id_secrets (partner_id, device_id) where ends_at is null;
create index ix_control_id_secrets_ended on control_id_secrets (ends_at) where ends_at is not null;

-- What is known of a device by its own calls.
create table control_id_contacts (
  partner_id uuid not null,
  device_id bigint not null,
  last_seen_at timestamptz not null,
  last_polled_at timestamptz,
  reported_device_id text,
  mode text not null default 'UNKNOWN',
  mode_since timestamptz,
  pending_access_logs integer,
  clock_skew_seconds integer,
  first_unconfirmed_at timestamptz,
  constraint pk_control_id_contacts primary key (partner_id, device_id),
  constraint fk_control_id_contacts_device foreign key (partner_id, device_id) references control_id_devices (partner_id, device_id),
  constraint ck_control_id_contacts_mode check (mode in ('ONLINE', 'CONTINGENCY', 'UNKNOWN'))
);

create table control_id_commands (
  partner_id uuid not null,
  id uuid not null default gen_random_uuid(),
  device_id bigint not null,
  kind text not null,
  endpoint text not null,
  body jsonb not null,
  state text not null default 'WAITING',
  created_at timestamptz not null default clock_timestamp(),
  -- Commands of one moment are handed out in this order.
  step integer not null default 0,
  -- Not handed out after it.
  expires_at timestamptz,
  handed_out_at timestamptz,
  times_handed_out integer not null default 0,
  -- By which the device names it in its result.
  push_uuid text,
  ended_at timestamptz,
  result text,
  constraint pk_control_id_commands primary key (partner_id, id),
  constraint fk_control_id_commands_device foreign key (partner_id, device_id) references control_id_devices (partner_id, device_id),
  constraint ck_control_id_commands_kind check (kind in ('OPEN', 'SETTINGS', 'LOGS')),
  constraint ck_control_id_commands_state check (state in ('WAITING', 'HANDED_OUT', 'DONE', 'FAILED', 'EXPIRED', 'UNKNOWN'))
);
create index ix_control_id_commands_open on control_id_commands (partner_id, device_id, created_at, step)
  where state in ('WAITING', 'HANDED_OUT');
create index ix_control_id_commands_device on control_id_commands (partner_id, device_id, created_at);
create index ix_control_id_commands_created on control_id_commands (created_at);
