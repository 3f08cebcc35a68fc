drop table gym_occupancy;
