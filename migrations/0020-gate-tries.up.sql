-- While this is in the future the device's card reader is closed: too many unknown card numbers.
alter table devices add column cards_locked_until timestamptz;

-- Unknown values of the last minute, per device. Only a refusal writes here.
create table gate_tries (
  partner_id uuid not null,
  device_id bigint not null,
  kind text not null,
  at timestamptz not null default clock_timestamp(),
  value_hash bytea not null,
  constraint ck_gate_tries_kind check (kind in ('CARD', 'CODE'))
);
create index ix_gate_tries_device on gate_tries (partner_id, device_id, kind, at);

-- The sweep reads the oldest first; a BRIN index goes blunt once swept pages are filled again.
create index ix_gate_nonces_age on gate_nonces (at);
drop index ix_gate_nonces_at;
