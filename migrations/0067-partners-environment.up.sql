-- A partner's test environment is a tenant of its own beside the live one; older versions see it as one more partner.
alter table partners
  add column environment text not null default 'live',
  add column live_partner_id uuid;
alter table partners
  add constraint ck_partners_environment check (environment in ('live', 'test') and (environment = 'test') = (live_partner_id is not null)) not valid;
alter table partners validate constraint ck_partners_environment;
alter table partners
  add constraint fk_partners_live_partner foreign key (live_partner_id) references partners (id);
create unique index uq_partners_live_partner on partners (live_partner_id) where deleted_at is null;

-- For statements about alerts, which know no tables of partners.
create function is_test_partner(partner uuid) returns boolean language sql stable as
  'select exists (select from partners p where p.id = partner and p.environment = ''test'')';
