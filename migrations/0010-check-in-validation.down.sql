drop table check_in_transitions;
drop table wellhub_pauses;
drop table check_ins;
