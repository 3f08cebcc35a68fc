drop table staff_password_links;
drop table staff_password_requests;
