create sequence usage_event_numbers;
create table usage_events (
  partner_id uuid not null,
  -- The order of arrival; pages go by it.
  no bigint not null default nextval('usage_event_numbers'),
  id uuid not null default gen_random_uuid(),
  -- Null after an erasure: nobody can tell any more who it was.
  gpw_id text,
  customer_id bigint,
  event_type text not null,
  occurred_at timestamptz not null,
  -- What is passed on as it came, by its names on our wire.
  details json,
  source text not null,
  -- The event of `events` it was made from.
  source_event_id uuid,
  -- Where it belongs; null while the partner had no connection: it goes with the first one.
  environment text,
  state text not null default 'QUEUED',
  last_status integer,
  last_key text,
  sent_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_usage_events primary key (partner_id, no),
  constraint uq_usage_events_id unique (partner_id, id),
  constraint fk_usage_events_partner foreign key (partner_id) references partners (id),
  constraint fk_usage_events_customer foreign key (partner_id, customer_id) references customers (partner_id, id),
  constraint ck_usage_events_source check (source in ('ADMIN', 'VISIT')),
  constraint ck_usage_events_state check (state in ('QUEUED', 'SENT', 'QUARANTINED', 'UNPAYABLE'))
);
-- A visit makes one event, however often its row is read.
create unique index uq_usage_events_source on usage_events (partner_id, source_event_id) where source_event_id is not null;
create index ix_usage_events_queue on usage_events (partner_id, occurred_at, no) where state = 'QUEUED';
create index ix_usage_events_state on usage_events (partner_id, state, no);
create index ix_usage_events_customer on usage_events (partner_id, customer_id);
create index ix_usage_events_gpw on usage_events (partner_id, gpw_id);
create index ix_usage_events_created on usage_events (created_at);

-- Per partner: how far its events were read, and who sends.
create table usage_senders (
  partner_id uuid not null,
  -- The last of its `events` that was looked at.
  feed_xid xid8 not null default '0',
  feed_no bigint not null default 0,
  looked_at timestamptz not null default '-infinity',
  -- Names the sender; one that was taken over carries an older number.
  fence bigint not null default 0,
  leased_until timestamptz,
  next_attempt_at timestamptz not null default clock_timestamp(),
  -- Wellhub asked us to wait so long, or refused the token: nothing brings the next attempt before that.
  not_before timestamptz not null default '-infinity',
  attempts integer not null default 0,
  -- When the token was set that Wellhub refused last; null while none is refused.
  refused_token_set_at timestamptz,
  watched_at timestamptz not null default '-infinity',
  -- Its alerts that are open by our doing.
  lagging boolean not null default false,
  month_end boolean not null default false,
  constraint pk_usage_senders primary key (partner_id),
  constraint fk_usage_senders_partner foreign key (partner_id) references partners (id)
);
-- What partners of today did before this table is not news; a partner of tomorrow starts at its beginning.
insert into usage_senders (partner_id, feed_xid) select id, pg_snapshot_xmin(pg_current_snapshot()) from partners;
