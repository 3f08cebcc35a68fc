create sequence visit_ids;
create table visits (
  partner_id uuid not null,
  id bigint not null default nextval('visit_ids'),
  customer_id bigint not null,
  gym_id bigint not null,
  source text not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  change_no bigint not null default nextval('change_numbers'),
  change_xid xid8 not null default pg_current_xact_id(),
  constraint pk_visits primary key (partner_id, id),
  constraint fk_visits_customer foreign key (partner_id, customer_id) references customers (partner_id, id),
  constraint fk_visits_gym foreign key (partner_id, gym_id) references gyms (partner_id, id),
  constraint ck_visits_source check (source in ('GATE', 'DESK'))
);
create index ix_visits_customer on visits (partner_id, customer_id, id);
create index ix_visits_gym on visits (partner_id, gym_id, entered_at);

-- One row per customer, locked by every scan: who is inside, which codes are used up, and the last
-- accepted scan, so that its copy can be answered alike.
create table presence (
  partner_id uuid not null,
  customer_id bigint not null,
  visit_id bigint,
  visit_gym_id bigint,
  visit_source text,
  entered_at timestamptz,
  codes_used_until timestamptz,
  moved_at timestamptz,
  last_device_id bigint,
  last_value_hash bytea,
  last_nonce uuid,
  last_scan_at timestamptz,
  last_visit_id bigint,
  last_direction text,
  last_provisional boolean,
  constraint pk_presence primary key (partner_id, customer_id),
  constraint fk_presence_customer foreign key (partner_id, customer_id) references customers (partner_id, id)
) with (fillfactor = 70);
