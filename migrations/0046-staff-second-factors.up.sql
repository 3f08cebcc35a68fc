-- The secret of a person's authenticator app, sealed. Null in `confirmed_at`: it was shown, and no code came yet.
create table staff_second_factors (
  person_id uuid not null,
  sealed bytea not null,
  confirmed_at timestamptz,
  -- Of the last code that was accepted, in steps of 30 s: no code counts twice.
  last_step bigint not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_staff_second_factors primary key (person_id),
  constraint fk_staff_second_factors_person foreign key (person_id) references staff_people (id) on delete cascade
);

create table staff_recovery_codes (
  person_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  constraint pk_staff_recovery_codes primary key (person_id, code_hash),
  constraint fk_staff_recovery_codes_person foreign key (person_id) references staff_people (id) on delete cascade
);

-- What a session still needs before it counts, and when its person last proved who they are.
alter table staff_sessions
  add column awaits text,
  add column proven_at timestamptz not null default clock_timestamp(),
  add constraint ck_staff_sessions_awaits check (awaits in ('CODE', 'ENROLMENT'));
