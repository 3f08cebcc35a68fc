create sequence booking_ids;
create table bookings (
  partner_id uuid not null,
  id bigint not null default nextval('booking_ids'),
  booking_number text not null,
  gym_id bigint not null,
  customer_id bigint not null,
  wellhub_id text not null,
  class_id text,
  slot_id text,
  state text not null,
  -- Null while only its cancellation has come.
  requested_at timestamptz,
  -- Until then Wellhub waits for a decision.
  decide_before timestamptz,
  -- What Wellhub is told, or was.
  decision text,
  decided_at timestamptz,
  reason_category text,
  reason text,
  -- Its place is in the number of its slot.
  holds_seat boolean not null default false,
  -- The decision is to be sent; null = nothing to send.
  next_attempt_at timestamptz,
  -- A decision that is repeated, or a cancellation by the gym, is not sent after this.
  send_until timestamptz,
  sending_from timestamptz,
  sending_until timestamptz,
  attempts integer not null default 0,
  last_status integer,
  last_key text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  constraint pk_bookings primary key (partner_id, id),
  constraint uq_bookings_number unique (partner_id, booking_number),
  constraint fk_bookings_gym foreign key (partner_id, gym_id) references gyms (partner_id, id),
  constraint fk_bookings_customer foreign key (partner_id, customer_id) references customers (partner_id, id),
  constraint ck_bookings_state check (state in
    ('REQUESTED', 'RESERVED', 'REJECTED', 'AUTO_REJECTED', 'CANCELED', 'LATE_CANCELED', 'CANCELED_BY_GYM')),
  constraint ck_bookings_decision check (decision in ('RESERVED', 'REJECTED', 'CANCELLED_BY_GYM'))
);
create index ix_bookings_gym on bookings (partner_id, gym_id, id);
create index ix_bookings_customer on bookings (partner_id, customer_id);
create index ix_bookings_undecided on bookings (decide_before) where state = 'REQUESTED';
create index ix_bookings_due on bookings (next_attempt_at) where next_attempt_at is not null;

-- How many places of a slot are taken: the partner's number, carried on by reservations and cancellations.
create table booking_slots (
  partner_id uuid not null,
  gym_id bigint not null,
  class_id text not null,
  slot_id text not null,
  total_booked integer not null,
  total_capacity integer,
  -- When the partner gave the number; what was decided before is in it.
  counted_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  -- Each thing to tell Wellhub is a version; sent_version is the last one it knows.
  version bigint not null default 0,
  sent_version bigint not null default 0,
  next_attempt_at timestamptz,
  sending_until timestamptz,
  attempts integer not null default 0,
  last_status integer,
  constraint pk_booking_slots primary key (partner_id, gym_id, class_id, slot_id),
  constraint fk_booking_slots_gym foreign key (partner_id, gym_id) references gyms (partner_id, id),
  constraint ck_booking_slots_booked check (total_booked >= 0)
);
create index ix_booking_slots_due on booking_slots (next_attempt_at) where next_attempt_at is not null;
