-- Where the person has a place because a door is open for them, at devices whose visits begin when they have passed.
alter table presence add column awaited_gym_id bigint;
