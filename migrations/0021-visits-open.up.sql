-- Who is inside: as few rows as there are people in the room, however many visits there were.
create index ix_visits_open on visits (partner_id, gym_id, entered_at) where left_at is null;
