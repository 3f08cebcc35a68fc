-- outside a transaction: people come and go while the index is built.
create index concurrently if not exists ix_presence_awaited_gym on presence (partner_id, awaited_gym_id)
  where awaited_gym_id is not null;
