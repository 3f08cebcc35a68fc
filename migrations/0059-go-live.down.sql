drop table go_live_marks;
