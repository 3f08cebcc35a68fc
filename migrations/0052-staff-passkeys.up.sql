-- The public half of a passkey; the other one never leaves the person's device.
create table staff_passkeys (
  id uuid not null,
  person_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  -- As the authenticator counts its uses; 0 from those that do not.
  counter bigint not null,
  -- How browsers reach it: a hint.
  transports text[] not null,
  name text not null,
  created_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz,
  constraint pk_staff_passkeys primary key (id),
  constraint fk_staff_passkeys_person foreign key (person_id) references staff_people (id) on delete cascade
);
create unique index uq_staff_passkeys_credential on staff_passkeys (credential_id);
create index ix_staff_passkeys_person on staff_passkeys (person_id);

-- What a passkey must sign, once.
create table staff_passkey_challenges (
  challenge text not null,
  purpose text not null,
  -- Null: of a log-in without a password.
  session_id uuid,
  expires_at timestamptz not null,
  constraint pk_staff_passkey_challenges primary key (challenge),
  constraint fk_staff_passkey_challenges_session foreign key (session_id) references staff_sessions (id) on delete cascade,
  constraint ck_staff_passkey_challenges_purpose check (purpose in ('ADD', 'PROVE', 'LOG_IN'))
);
create index ix_staff_passkey_challenges_session on staff_passkey_challenges (session_id);
create index ix_staff_passkey_challenges_expires_at on staff_passkey_challenges (expires_at);
