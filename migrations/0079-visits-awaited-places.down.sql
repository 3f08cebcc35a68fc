alter table presence drop column awaited_gym_id;
