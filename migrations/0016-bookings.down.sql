drop table booking_slots;
drop table bookings;
drop sequence booking_ids;
