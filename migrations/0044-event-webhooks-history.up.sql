-- outside a transaction: events come and go while the indexes are built.
-- What was published about one customer, and what became of it.
create index concurrently if not exists ix_events_entity on events (partner_id, entity_id);
create index concurrently if not exists ix_webhook_deliveries_event on webhook_deliveries (partner_id, event_id);
