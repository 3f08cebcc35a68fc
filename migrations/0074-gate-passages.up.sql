-- What happened after a door with a turnstile that reports turns was opened for somebody.
create sequence passage_ids;
create table gate_passages (
  partner_id uuid not null,
  id bigint not null default nextval('passage_ids'),
  device_id bigint not null,
  gym_id bigint not null,
  customer_id bigint not null,
  way text not null,
  state text not null default 'WAITING',
  granted_at timestamptz not null,
  waits_until timestamptz not null,
  ended_at timestamptz,
  -- Whether the visit began or ended: at the grant, or when the person had passed.
  counted boolean not null,
  visit_id bigint,
  -- What the entry does when it counts: the check-in that goes to the worker, and whether Wellhub has to confirm it yet.
  check_in_id uuid,
  provisional boolean not null default false,
  traceparent text,
  constraint pk_gate_passages primary key (partner_id, id),
  constraint ck_gate_passages_way check (way in ('IN', 'OUT')),
  constraint ck_gate_passages_state
    check (state in ('WAITING', 'TURNED', 'OTHER_SIDE', 'GAVE_UP', 'UNCONFIRMED', 'REPLACED'))
) with (fillfactor = 80);
create index ix_gate_passages_customer on gate_passages (partner_id, customer_id, granted_at);
create index ix_gate_passages_device on gate_passages (partner_id, device_id, granted_at);
create index ix_gate_passages_waiting on gate_passages (partner_id, device_id) where state = 'WAITING';
create index ix_gate_passages_granted on gate_passages (granted_at);

-- Which part of a device read the value, and what happened after the grant.
alter table gate_decisions
  add column medium text,
  add column passage_id bigint;
