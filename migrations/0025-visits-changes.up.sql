-- Every stored change of a visit takes the next number, whoever writes it. The transaction gets its id before it
-- draws: so a number that was drawn before some other id was given belongs to a transaction with a smaller id, which
-- is what `settled-changes.ts` builds on. A column default gives no such order.
create function take_change_number() returns trigger language plpgsql as $$
begin
  new.change_xid := pg_current_xact_id();
  new.change_no := nextval('change_numbers');
  return new;
end $$;
create trigger tr_visits_change before insert or update on visits
  for each row execute function take_change_number();

-- The club visits of a partner, page by page. Those of one person are few and found by ix_visits_customer.
create index ix_visits_change on visits (partner_id, change_no);
