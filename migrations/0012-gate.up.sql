create sequence device_ids;
create table devices (
  partner_id uuid not null,
  id bigint not null default nextval('device_ids'),
  gym_id bigint not null,
  name text not null,
  direction text not null,
  active boolean not null default false,
  repeat_window_seconds integer not null default 3,
  token_hash bytea,
  created_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz,
  constraint pk_devices primary key (partner_id, id),
  constraint fk_devices_gym foreign key (partner_id, gym_id) references gyms (partner_id, id),
  constraint ck_devices_direction check (direction in ('IN', 'OUT', 'BOTH')),
  constraint ck_devices_repeat_window check (repeat_window_seconds between 0 and 5)
);
create unique index uq_devices_token_hash on devices (token_hash);
create index ix_devices_gym on devices (partner_id, gym_id, id);

create table gate_decisions (
  partner_id uuid not null,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  gym_id bigint not null,
  device_id bigint,
  result text not null,
  customer_id bigint,
  visit_id bigint,
  value_hash_prefix text not null,
  dry_run boolean not null default false,
  note text,
  constraint pk_gate_decisions primary key (partner_id, id, at)
) partition by range (at);
create index ix_gate_decisions_gym on gate_decisions (partner_id, gym_id, at);
create index ix_gate_decisions_customer on gate_decisions (partner_id, customer_id) where customer_id is not null;

create table gate_nonces (
  partner_id uuid not null,
  device_id bigint not null,
  nonce uuid not null,
  value_hash bytea not null,
  answer jsonb not null,
  at timestamptz not null default clock_timestamp(),
  constraint pk_gate_nonces primary key (partner_id, device_id, nonce)
);
create index ix_gate_nonces_at on gate_nonces using brin (at);
