drop table mails;
drop table sessions;
drop table password_resets;
drop table accounts;
