-- How the last passage of the visit ended, at devices that report turns.
alter table visits add column passage text;

-- When the person last gave up to pass a door that had opened; void after the next accepted scan.
alter table presence add column gave_up_at timestamptz;
