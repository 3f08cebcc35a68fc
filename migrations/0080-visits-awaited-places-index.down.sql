-- outside a transaction
drop index concurrently if exists ix_presence_awaited_gym;
