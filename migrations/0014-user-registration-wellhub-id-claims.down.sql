drop table wellhub_id_claims;
