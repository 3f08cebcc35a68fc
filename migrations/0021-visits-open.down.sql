drop index ix_visits_open;
