drop table check_in_transitions;
drop table check_ins;
