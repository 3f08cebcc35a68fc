-- Append-only, dropped by the hour one day after their end. Only a keyed hash of a code is stored.
create table access_codes (
  partner_id uuid not null,
  hash bytea not null,
  customer_id bigint not null,
  gym_id bigint,
  single_use boolean not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  constraint pk_access_codes primary key (partner_id, hash, issued_at)
) partition by range (issued_at);
create index ix_access_codes_customer on access_codes (partner_id, customer_id, issued_at);
