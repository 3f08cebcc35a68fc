drop table link_tokens;
drop table wellhub_users;
