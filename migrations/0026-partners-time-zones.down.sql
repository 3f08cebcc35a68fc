drop trigger tr_partners_time_zone on partners;
drop trigger tr_gyms_time_zone on gyms;
drop function require_time_zone();
drop function is_time_zone(text);
