-- outside a transaction
drop index concurrently if exists ix_webhook_deliveries_trouble;
