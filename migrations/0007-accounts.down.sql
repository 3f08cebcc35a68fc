drop table mails;
drop table login_failures;
drop table sessions;
drop table password_resets;
drop table accounts;
