alter table control_id_contacts drop column last_turn_at;
alter table control_id_contacts drop column last_turn;
