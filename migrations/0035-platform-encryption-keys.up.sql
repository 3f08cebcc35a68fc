-- The keys that have stood in SECRETS_KEY. None of them is here: only what tells them apart and proves them.
create table encryption_keys (
  -- A fingerprint, as shown by `npm run keys -- status`.
  key_id text not null,
  -- A text that only this key opens.
  canary bytea not null,
  -- With what the boxes of this key begin, one per purpose: they are counted by it when the key itself has gone.
  box_ids bytea[] not null,
  -- What tokens, links and keyed hashes of this key need for as long as they are valid, encrypted under another key.
  derived bytea,
  first_seen_at timestamptz not null default clock_timestamp(),
  -- When a replica last wrote with it; null: never.
  wrote_at timestamptz,
  -- When it was found that it encrypts nothing that is stored, and no replica had it any more.
  retired_at timestamptz,
  constraint pk_encryption_keys primary key (key_id)
);

-- Who runs now with which keys, the one that writes first. A row counts for 30 s.
create table running_replicas (
  id uuid not null,
  key_ids text[] not null,
  seen_at timestamptz not null default clock_timestamp(),
  constraint pk_running_replicas primary key (id)
);
