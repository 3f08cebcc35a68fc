-- outside a transaction: alerts come and go while the index is built.
create index concurrently if not exists ix_alerts_unpublished on alerts (id)
  where opening_published_at is null or (closed_at is not null and closing_published_at is null);
