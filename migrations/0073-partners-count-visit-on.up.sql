-- When a visit begins at devices that report turns: as the door opens, or as somebody has passed it.
alter table gyms
  add column count_visit_on text not null default 'GRANT',
  add constraint ck_gyms_count_visit_on check (count_visit_on in ('GRANT', 'TURN'));
