-- outside a transaction
drop index concurrently if exists ix_alerts_unpublished;
