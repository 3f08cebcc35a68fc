drop table staff_sign_ons;
delete from staff_memberships m using staff_identities i where i.person_id = m.person_id;
delete from staff_people p using staff_identities i where i.person_id = p.id;
drop table staff_identities;
drop table staff_identity_providers;
delete from staff_people where email_key is null;
alter table staff_people
  alter column email set not null,
  alter column email_key set not null;
