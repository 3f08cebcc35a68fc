create table wellhub_users (
  partner_id uuid not null,
  gpw_id text not null,
  status text not null default 'ACTIVE',
  plan_id text,
  origin text,
  country_code text,
  registered_at timestamptz not null default clock_timestamp(),
  last_registered_at timestamptz not null default clock_timestamp(),
  last_event_at timestamptz,
  -- Links made before this moment are refused: set when the gpw id is linked to an account.
  linked_at timestamptz,
  constraint pk_wellhub_users primary key (partner_id, gpw_id),
  constraint fk_wellhub_users_partner foreign key (partner_id) references partners (id),
  constraint ck_wellhub_users_status check (status in ('ACTIVE', 'CANCELED'))
);

-- A link token itself is sealed, not stored. A row is made for its prefill, or when it is used up.
create table link_tokens (
  partner_id uuid not null,
  jti uuid not null,
  prefill bytea,
  used_at timestamptz,
  expires_at timestamptz not null,
  constraint pk_link_tokens primary key (partner_id, jti)
);
-- What the sweep looks for: prefill of expired links, and used tokens of yesterday.
create index ix_link_tokens_unused on link_tokens (expires_at) where used_at is null;
create index ix_link_tokens_used on link_tokens (expires_at) where used_at is not null;
