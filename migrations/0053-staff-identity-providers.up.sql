-- Where a partner's staff log in, beside or instead of a password here.
create table staff_identity_providers (
  partner_id uuid not null,
  issuer text not null,
  client_id text not null,
  -- Sealed to the partner.
  client_secret bytea not null,
  client_secret_set_at timestamptz not null default clock_timestamp(),
  scopes text[] not null,
  groups_claim text not null,
  -- [{group, role, gymIds}]: the first group that a person is in decides.
  groups jsonb not null,
  required boolean not null,
  proves_second_factor boolean not null,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_staff_identity_providers primary key (partner_id),
  constraint fk_staff_identity_providers_partner foreign key (partner_id) references partners (id)
);

-- Who comes by a provider: a person of that partner alone, without an e-mail to log in with and without a password.
create table staff_identities (
  person_id uuid not null,
  partner_id uuid not null,
  issuer text not null,
  subject text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_staff_identities primary key (person_id),
  constraint fk_staff_identities_person foreign key (person_id) references staff_people (id) on delete cascade,
  constraint fk_staff_identities_partner foreign key (partner_id) references partners (id)
);
create unique index uq_staff_identities_subject on staff_identities (partner_id, issuer, subject);

-- Log-ins that are under way at a provider.
create table staff_sign_ons (
  token_hash bytea not null,
  partner_id uuid not null,
  -- Of the provider as it was when the log-in began.
  version integer not null,
  -- The session whose person proves once more who they are.
  session_id uuid,
  expires_at timestamptz not null,
  constraint pk_staff_sign_ons primary key (token_hash),
  constraint fk_staff_sign_ons_partner foreign key (partner_id) references partners (id),
  constraint fk_staff_sign_ons_session foreign key (session_id) references staff_sessions (id) on delete cascade
);
create index ix_staff_sign_ons_expires_at on staff_sign_ons (expires_at);
create index ix_staff_sign_ons_session on staff_sign_ons (session_id);

alter table staff_people
  alter column email drop not null,
  alter column email_key drop not null;
