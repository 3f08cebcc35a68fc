create table wellhub_events (
  partner_id uuid not null,
  id uuid not null,
  -- Which of our addresses it came to: production or test, a gym's own or the partner's.
  environment text not null,
  hook_gym_id bigint,
  type text not null,
  wellhub_gym_id text,
  -- Keyed hash of the Wellhub id or gpw id inside, so that an erasure finds the sealed bodies of a person.
  person bytea,
  -- The body as received, sealed; cleared after RAW_PAYLOAD_DAYS.
  payload bytea,
  state text not null,
  reason text,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  received_at timestamptz not null default clock_timestamp(),
  processed_at timestamptz,
  constraint pk_wellhub_events primary key (partner_id, id, received_at),
  constraint ck_wellhub_events_state check (state in ('RECEIVED', 'PROCESSED', 'IGNORED', 'PARKED', 'DEAD'))
) partition by range (received_at);
create index ix_wellhub_events_due on wellhub_events (type, next_attempt_at) where state = 'RECEIVED';
create index ix_wellhub_events_parked on wellhub_events (partner_id, wellhub_gym_id) where state = 'PARKED';
create index ix_wellhub_events_person on wellhub_events (partner_id, person) where person is not null;

-- Uniqueness that outlives a partition: a replay within 400 days is recognised.
create table wellhub_event_keys (
  partner_id uuid not null,
  key bytea not null,
  event_id uuid not null,
  received_at timestamptz not null default clock_timestamp(),
  constraint pk_wellhub_event_keys primary key (partner_id, key)
);
create index ix_wellhub_event_keys_received_at on wellhub_event_keys using brin (received_at);
