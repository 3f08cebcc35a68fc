-- "Forgot password" as it was typed: a worker looks the address up, so that no answer depends on whose it is.
create table staff_password_requests (
  id uuid not null,
  email_key text not null,
  -- The network of the request.
  source text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_staff_password_requests primary key (id)
);
create index ix_staff_password_requests_created_at on staff_password_requests (created_at);

-- Mailed links that set another password.
create table staff_password_links (
  token_hash bytea not null,
  person_id uuid not null,
  expires_at timestamptz not null,
  constraint pk_staff_password_links primary key (token_hash),
  constraint fk_staff_password_links_person foreign key (person_id) references staff_people (id) on delete cascade
);
create index ix_staff_password_links_person on staff_password_links (person_id);
create index ix_staff_password_links_expires_at on staff_password_links (expires_at);
