-- What the Users API's user object shows beside what is known already. Nullable or with a constant default, and
-- constraints that look at new rows only: nothing is rewritten or read.
alter table customers
  add column personal_id text,
  add column id_card_name text,
  add column id_card_number text,
  add column legal_guardian text,
  add column is_foreigner boolean not null default false,
  add column sex text,
  add column newsletter_agreement boolean not null default false,
  add column terms_and_conditions_agreement boolean not null default false,
  add column language text,
  add column registered_at_gym_id bigint,
  -- Written and read whole, never searched: country, city, postalCode, line1, line2.
  add column address jsonb,
  -- Likewise: accountNumber, ownerName, street, cityAndPostalCode.
  add column direct_debit jsonb;
alter table customers
  add constraint ck_customers_sex check (sex in ('MALE', 'FEMALE')) not valid,
  add constraint fk_customers_registered_at_gym foreign key (partner_id, registered_at_gym_id)
    references gyms (partner_id, id) not valid;

create table discounts (
  partner_id uuid not null,
  id bigint not null default nextval('catalogue_ids'),
  name text not null,
  -- A reduction: {"type": "NONE" | "VALUE" | "PERCENT", "value": number or null}.
  administration_fee jsonb not null default '{"type": "NONE", "value": null}',
  joining_fee jsonb not null default '{"type": "NONE", "value": null}',
  membership_fee jsonb not null default '{"type": "NONE", "value": null}',
  is_active boolean not null default true,
  is_deleted boolean not null default false,
  change_no bigint not null default nextval('change_numbers'),
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_discounts primary key (partner_id, id),
  constraint fk_discounts_partner foreign key (partner_id) references partners (id)
);
-- Discounts are never removed, so their ids need no table between.
alter table contracts add column discount_ids bigint[] not null default '{}';

-- The bytes themselves: every replica serves them and a backup holds them (ADR 0009).
create sequence file_ids;
create table files (
  partner_id uuid not null,
  id bigint not null default nextval('file_ids'),
  customer_id bigint not null,
  contract_id bigint,
  kind text not null,
  media_type text not null,
  bytes bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_files primary key (partner_id, id),
  constraint fk_files_customer foreign key (partner_id, customer_id) references customers (partner_id, id),
  constraint fk_files_contract foreign key (partner_id, contract_id) references contracts (partner_id, id),
  constraint ck_files_kind check (kind in ('PHOTO', 'COVER_PHOTO', 'DIRECT_DEBIT_DOCUMENT', 'CONTRACT_DOCUMENT')),
  constraint ck_files_contract check ((kind = 'CONTRACT_DOCUMENT') = (contract_id is not null))
);
-- Pictures and PDFs are compressed already.
alter table files alter column bytes set storage external;
-- One file of a kind for each customer, and one document for each contract.
create unique index uq_files_place on files (partner_id, customer_id, kind, coalesce(contract_id, 0));
create index ix_files_contract on files (partner_id, contract_id) where contract_id is not null;
