create table api_keys (
  id uuid not null,
  partner_id uuid,
  -- A key and its rotations share a line: what was handed to one works for its successor.
  line_id uuid not null,
  name text not null,
  prefix text not null,
  hash bytea not null,
  scopes text[] not null,
  gym_id bigint,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  constraint pk_api_keys primary key (id),
  constraint fk_api_keys_partner foreign key (partner_id) references partners (id),
  constraint fk_api_keys_gym foreign key (partner_id, gym_id) references gyms (partner_id, id)
);
create unique index uq_api_keys_hash on api_keys (hash);
create unique index uq_api_keys_prefix on api_keys (prefix);
create index ix_api_keys_partner on api_keys (partner_id, created_at, id);
