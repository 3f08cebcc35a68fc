-- outside a transaction: deliveries come and go while the index is built.
-- The few deliveries that need somebody's eye, so that a screen can count them every few seconds.
create index concurrently if not exists ix_webhook_deliveries_trouble on webhook_deliveries (partner_id, state, finished_at)
  where state = 'FAILED' or (state = 'PENDING' and attempts <> '[]');
