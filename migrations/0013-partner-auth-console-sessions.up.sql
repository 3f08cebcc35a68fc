create table console_sessions (
  token_hash bytea not null,
  api_key_id uuid,
  -- The operator's key is a setting, no row: a keyed hash of it stands here, and another key ends the session.
  operator_mark bytea,
  -- The name typed at log-in.
  person text not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  constraint pk_console_sessions primary key (token_hash),
  constraint fk_console_sessions_api_key foreign key (api_key_id) references api_keys (id),
  constraint ck_console_sessions_key check ((api_key_id is null) <> (operator_mark is null))
);
create index ix_console_sessions_api_key on console_sessions (api_key_id);
create index ix_console_sessions_expires_at on console_sessions (expires_at);
