-- When webhooks were refused because storage was away and no spool could take them: what of that time may be missing.
create table wellhub_outages (
  partner_id uuid not null,
  id uuid not null,
  -- Null: of any gym of the partner.
  wellhub_gym_id text,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  refused integer not null,
  constraint pk_wellhub_outages primary key (partner_id, id)
);
create index ix_wellhub_outages_ended_at on wellhub_outages (ended_at);
