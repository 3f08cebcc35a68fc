alter table staff_sessions drop column observed_partner_id;
delete from staff_memberships where partner_id is null;
delete from staff_people p where not exists (select from staff_memberships m where m.person_id = p.id);
alter table staff_memberships
  drop constraint ck_staff_memberships_operator_gyms,
  drop constraint ck_staff_memberships_operator,
  alter column partner_id set not null;
