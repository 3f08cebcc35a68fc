create sequence customer_ids;
create table customers (
  partner_id uuid not null,
  id bigint not null default nextval('customer_ids'),
  number text not null default gen_random_uuid()::text,
  status text not null default 'PENDING',
  origin text not null default 'DIRECT',
  home_gym_id bigint,
  first_name text,
  last_name text,
  -- As shown and mailed to; `email_key` is its canonical form, made in one place (email-address.ts).
  email text,
  email_key text,
  email_confirmed boolean not null default false,
  phone_number text,
  birth_date date,
  wellhub_id text,
  gpw_id text,
  -- Kept by user-registration: false once Wellhub cancelled the person.
  gpw_active boolean not null default true,
  card_number text,
  card_blocked boolean not null default false,
  merged_into bigint,
  change_no bigint not null default nextval('change_numbers'),
  change_xid xid8 not null default pg_current_xact_id(),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  constraint pk_customers primary key (partner_id, id),
  constraint fk_customers_partner foreign key (partner_id) references partners (id),
  constraint fk_customers_home_gym foreign key (partner_id, home_gym_id) references gyms (partner_id, id),
  constraint ck_customers_status check (status in ('PENDING', 'ACTIVE', 'DISABLED', 'ERASED')),
  constraint ck_customers_origin check (origin in ('DIRECT', 'WELLHUB'))
);
-- Partial, so that changing one is not a change of the key: it waits for no row elsewhere that refers here.
create unique index uq_customers_number on customers (partner_id, number) where status <> 'ERASED';
create unique index uq_customers_wellhub_id on customers (partner_id, wellhub_id) where wellhub_id is not null;
create unique index uq_customers_gpw_id on customers (partner_id, gpw_id) where gpw_id is not null;
create unique index uq_customers_card_number on customers (partner_id, card_number) where not card_blocked;
create index ix_customers_card_number on customers (partner_id, card_number) where card_number is not null;
create index ix_customers_email_key on customers (partner_id, email_key) where email_key is not null;
create index ix_customers_status on customers (partner_id, status, id);

create sequence catalogue_ids;
create table memberships (
  partner_id uuid not null,
  id bigint not null default nextval('catalogue_ids'),
  name text not null,
  is_active boolean not null default true,
  is_deleted boolean not null default false,
  change_no bigint not null default nextval('change_numbers'),
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_memberships primary key (partner_id, id),
  constraint fk_memberships_partner foreign key (partner_id) references partners (id)
);

create table payment_plans (
  partner_id uuid not null,
  id bigint not null default nextval('catalogue_ids'),
  name text not null,
  is_active boolean not null default true,
  is_add_on boolean not null default false,
  is_deleted boolean not null default false,
  change_no bigint not null default nextval('change_numbers'),
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_payment_plans primary key (partner_id, id),
  constraint fk_payment_plans_partner foreign key (partner_id) references partners (id)
);

create sequence contract_ids;
create table contracts (
  partner_id uuid not null,
  id bigint not null default nextval('contract_ids'),
  customer_id bigint not null,
  membership_id bigint not null,
  payment_plan_id bigint not null,
  sign_up_date date not null,
  start_date date not null,
  cancel_date date,
  end_date date,
  is_active boolean not null default true,
  is_deleted boolean not null default false,
  change_no bigint not null default nextval('change_numbers'),
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_contracts primary key (partner_id, id),
  constraint fk_contracts_customer foreign key (partner_id, customer_id) references customers (partner_id, id),
  constraint fk_contracts_membership foreign key (partner_id, membership_id) references memberships (partner_id, id),
  constraint fk_contracts_payment_plan foreign key (partner_id, payment_plan_id) references payment_plans (partner_id, id)
);
create index ix_contracts_customer on contracts (partner_id, customer_id);

create table restrictions (
  partner_id uuid not null,
  customer_id bigint not null,
  reason text not null,
  start_date date,
  end_date date,
  constraint pk_restrictions primary key (partner_id, customer_id),
  constraint fk_restrictions_customer foreign key (partner_id, customer_id) references customers (partner_id, id)
);
