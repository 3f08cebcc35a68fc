-- What somebody accepted, in which version and when. The first consent to a version stands.
create table consents (
  partner_id uuid not null,
  customer_id bigint not null,
  document text not null,
  version text not null,
  url text not null,
  -- Where it was given.
  source text not null,
  given_at timestamptz not null default clock_timestamp(),
  constraint pk_consents primary key (partner_id, customer_id, document, version),
  constraint fk_consents_customer foreign key (partner_id, customer_id) references customers (partner_id, id),
  constraint ck_consents_document check (document in ('TERMS', 'PRIVACY'))
);
