-- The last test of each gym's connection to Wellhub.
create table wellhub_connection_tests (
  partner_id uuid not null,
  gym_id bigint not null,
  result text not null,
  tested_at timestamptz not null default clock_timestamp(),
  constraint pk_wellhub_connection_tests primary key (partner_id, gym_id)
);
