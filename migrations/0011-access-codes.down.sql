drop table access_codes;
