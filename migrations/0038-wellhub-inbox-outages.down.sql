drop table wellhub_outages;
