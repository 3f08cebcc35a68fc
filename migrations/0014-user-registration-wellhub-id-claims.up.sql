-- 13 digits that a member typed on the hosted page; they count once the front desk accepts them.
create table wellhub_id_claims (
  partner_id uuid not null,
  id uuid not null,
  customer_id bigint not null,
  wellhub_id text not null,
  state text not null default 'OPEN',
  created_at timestamptz not null default clock_timestamp(),
  decided_at timestamptz,
  -- The key, and the person at the desk.
  decided_by text,
  constraint pk_wellhub_id_claims primary key (partner_id, id),
  constraint fk_wellhub_id_claims_customer foreign key (partner_id, customer_id) references customers (partner_id, id),
  constraint ck_wellhub_id_claims_state check (state in ('OPEN', 'ACCEPTED', 'REJECTED'))
);
create unique index uq_wellhub_id_claims_open on wellhub_id_claims (partner_id, customer_id) where state = 'OPEN';
create index ix_wellhub_id_claims_state on wellhub_id_claims (partner_id, state, id);
create index ix_wellhub_id_claims_customer on wellhub_id_claims (partner_id, customer_id);
