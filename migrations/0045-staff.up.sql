-- A person who works with the console: one row for the whole deployment.
create table staff_people (
  id uuid not null,
  email text not null,
  email_key text not null,
  name text,
  language text not null,
  -- Null until the first invitation is accepted.
  password_hash text,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_staff_people primary key (id)
);
create unique index uq_staff_people_email_key on staff_people (email_key);

-- What a person may do at one partner.
create table staff_memberships (
  id uuid not null,
  person_id uuid not null,
  partner_id uuid not null,
  role text not null,
  -- Null: all gyms of the partner.
  gym_ids bigint[],
  version integer not null default 1,
  accepted_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_staff_memberships primary key (id),
  constraint fk_staff_memberships_person foreign key (person_id) references staff_people (id),
  constraint fk_staff_memberships_partner foreign key (partner_id) references partners (id),
  constraint ck_staff_memberships_gyms check (cardinality(gym_ids) > 0)
);
create unique index uq_staff_memberships_partner on staff_memberships (partner_id, person_id);
create index ix_staff_memberships_person on staff_memberships (person_id);

create table staff_invitations (
  token_hash bytea not null,
  membership_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  constraint pk_staff_invitations primary key (token_hash),
  constraint fk_staff_invitations_membership foreign key (membership_id) references staff_memberships (id) on delete cascade
);
create index ix_staff_invitations_membership on staff_invitations (membership_id);
create index ix_staff_invitations_expires_at on staff_invitations (expires_at);

create table staff_sessions (
  id uuid not null,
  token_hash bytea not null,
  membership_id uuid not null,
  -- Where the person works now; null where the membership has all gyms.
  gym_id bigint,
  -- The network of the log-in.
  source text not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  constraint pk_staff_sessions primary key (id),
  constraint fk_staff_sessions_membership foreign key (membership_id) references staff_memberships (id) on delete cascade
);
create unique index uq_staff_sessions_token_hash on staff_sessions (token_hash);
create index ix_staff_sessions_membership on staff_sessions (membership_id);
create index ix_staff_sessions_expires_at on staff_sessions (expires_at);
