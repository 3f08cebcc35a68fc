drop index ix_visits_change;
drop trigger tr_visits_change on visits;
drop function take_change_number();
