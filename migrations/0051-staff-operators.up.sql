-- People of the operator work for no partner. Older code finds them at no partner, and lets none of them in.
alter table staff_memberships
  alter column partner_id drop not null,
  add constraint ck_staff_memberships_operator check ((partner_id is null) = (role = 'OPERATOR')),
  add constraint ck_staff_memberships_operator_gyms check (partner_id is not null or gym_ids is null);

-- The partner at which a person of the operator looks in; null while they do not.
alter table staff_sessions
  add column observed_partner_id uuid,
  add constraint fk_staff_sessions_observed foreign key (observed_partner_id) references partners (id);
