drop table staff_sessions;
drop table staff_invitations;
drop table staff_memberships;
drop table staff_people;
