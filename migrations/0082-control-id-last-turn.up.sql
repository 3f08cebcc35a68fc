-- Which side the arm last turned to, by the name in its report: how an owner learns which one is "in".
alter table control_id_contacts add column last_turn text;
alter table control_id_contacts add column last_turn_at timestamptz;
