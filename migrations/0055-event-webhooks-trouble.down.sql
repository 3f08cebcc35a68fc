-- PostgreSQL drops no index of a partitioned table concurrently.
drop index if exists ix_webhook_deliveries_trouble;
