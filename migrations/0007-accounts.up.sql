create table accounts (
  partner_id uuid not null,
  id uuid not null,
  customer_id bigint not null,
  email text not null,
  email_key text not null,
  password_hash text,
  enabled boolean not null default true,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  constraint pk_accounts primary key (partner_id, id),
  constraint fk_accounts_customer foreign key (partner_id, customer_id) references customers (partner_id, id)
);
create unique index uq_accounts_customer on accounts (partner_id, customer_id);
create unique index uq_accounts_email_key on accounts (partner_id, email_key);

-- Single-use tokens that set a password or finish a join: handed to a caller (`line_id`) or mailed.
create table password_resets (
  partner_id uuid not null,
  token_hash bytea not null,
  account_id uuid,
  line_id uuid,
  -- A mailed join: the address it went to, and the sealed link token it finishes.
  email text,
  email_key text,
  join_state bytea,
  jti uuid,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint pk_password_resets primary key (partner_id, token_hash),
  constraint fk_password_resets_account foreign key (partner_id, account_id) references accounts (partner_id, id)
);
create index ix_password_resets_account on password_resets (partner_id, account_id);
create index ix_password_resets_jti on password_resets (partner_id, jti);
create index ix_password_resets_email_key on password_resets (partner_id, email_key, created_at);
create index ix_password_resets_expires_at on password_resets (expires_at);

create table sessions (
  token_hash bytea not null,
  partner_id uuid not null,
  account_id uuid not null,
  kind text not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  constraint pk_sessions primary key (token_hash),
  constraint fk_sessions_account foreign key (partner_id, account_id) references accounts (partner_id, id),
  constraint ck_sessions_kind check (kind in ('PAGE', 'USERS_API'))
);
create index ix_sessions_account on sessions (partner_id, account_id);
create index ix_sessions_expires_at on sessions (expires_at);

-- Failed log-ins of one name from one source; a name is a keyed hash, so unknown names look the same.
create table login_failures (
  partner_id uuid not null,
  name_hash bytea not null,
  source text not null,
  -- Those of the last 15 minutes before the last one; 10 of them are a lock.
  failed_at timestamptz[] not null,
  last_at timestamptz not null,
  constraint pk_login_failures primary key (partner_id, name_hash, source)
);
create index ix_login_failures_last_at on login_failures (last_at);

-- Mail waits here, sealed, until a worker has handed it to the SMTP server. Who claims it moves
-- `next_attempt_at` to the end of the lease; `attempts` fences a worker that comes back late.
create table mails (
  id uuid not null,
  partner_id uuid not null,
  -- A keyed hash of the address: limits mail per address, and finds a person's mail for erasure.
  recipient_hash bytea not null,
  sealed bytea not null,
  state text not null default 'QUEUED',
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  constraint pk_mails primary key (partner_id, id),
  constraint ck_mails_state check (state in ('QUEUED', 'SENT', 'CAUGHT', 'FAILED'))
);
create index ix_mails_due on mails (next_attempt_at) where state = 'QUEUED';
create index ix_mails_recipient on mails (partner_id, recipient_hash, created_at);
create index ix_mails_created_at on mails (created_at);
