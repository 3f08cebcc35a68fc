-- Test environments become partners like any other; remove those first that nobody wants to keep.
drop function is_test_partner(uuid);
alter table partners drop constraint ck_partners_environment, drop constraint fk_partners_live_partner;
alter table partners drop column environment, drop column live_partner_id;
