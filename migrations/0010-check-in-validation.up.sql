create table check_ins (
  partner_id uuid not null,
  id uuid not null,
  gym_id bigint not null,
  customer_id bigint not null,
  wellhub_id text not null,
  booking_number text,
  product_id text,
  product_description text,
  state text not null default 'PENDING',
  event_at timestamptz not null,
  local_day date not null,
  received_at timestamptz not null default clock_timestamp(),
  -- When its webhook came; null while only a scan or the desk spoke of it.
  webhook_at timestamptz,
  expires_at timestamptz not null,
  validated_at timestamptz,
  -- Why it is in its state: WEBHOOK, SCAN, DESK, AGGREGATOR, RETRY, DEADLINE.
  cause text not null,
  probe boolean not null default false,
  overdue boolean not null default false,
  already_validated boolean not null default false,
  provisional boolean not null default false,
  -- Somebody or something wants the answer; the worker calls when next_attempt_at has come.
  asked_at timestamptz,
  next_attempt_at timestamptz,
  validation_requested_at timestamptz,
  validating_until timestamptz,
  -- A call went out whose answer never came.
  unanswered boolean not null default false,
  attempts integer not null default 0,
  -- Answers "not found" in a row, for the young 404.
  not_found_tries integer not null default 0,
  -- What the deadline does next (0: half, 1: four fifths, 2: end, 3: end of the day), and when.
  deadline_step integer not null default 0,
  deadline_at timestamptz not null,
  last_status integer,
  last_key text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  constraint pk_check_ins primary key (partner_id, id),
  constraint fk_check_ins_gym foreign key (partner_id, gym_id) references gyms (partner_id, id),
  constraint fk_check_ins_customer foreign key (partner_id, customer_id) references customers (partner_id, id),
  constraint ck_check_ins_state check (state in ('PENDING', 'VALIDATED', 'EXPIRED', 'CANCELED', 'NOT_FOUND', 'REJECTED'))
);
create unique index uq_check_ins_pending on check_ins (partner_id, gym_id, wellhub_id, coalesce(booking_number, '')) where state = 'PENDING';
create index ix_check_ins_customer on check_ins (partner_id, customer_id, gym_id, local_day);
create index ix_check_ins_customer_pending on check_ins (partner_id, customer_id, gym_id) where state = 'PENDING';
create index ix_check_ins_gym_day on check_ins (partner_id, gym_id, received_at);
create index ix_check_ins_due on check_ins (next_attempt_at) where state = 'PENDING' and next_attempt_at is not null;
create index ix_check_ins_deadline on check_ins (deadline_at) where state = 'PENDING';

-- Gyms whose credentials Wellhub refused: one call a minute until it answers well again.
create table wellhub_pauses (
  partner_id uuid not null,
  gym_id bigint not null,
  paused_until timestamptz not null,
  constraint pk_wellhub_pauses primary key (partner_id, gym_id),
  constraint fk_wellhub_pauses_gym foreign key (partner_id, gym_id) references gyms (partner_id, id)
);

create table check_in_transitions (
  partner_id uuid not null,
  check_in_id uuid not null,
  no integer not null,
  at timestamptz not null default clock_timestamp(),
  from_state text,
  to_state text not null,
  cause text not null,
  attempts integer not null,
  wellhub_status integer,
  wellhub_key text,
  constraint pk_check_in_transitions primary key (partner_id, check_in_id, no),
  constraint fk_check_in_transitions_check_in foreign key (partner_id, check_in_id) references check_ins (partner_id, id)
);
