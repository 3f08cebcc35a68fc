-- Requests of one minute per credential and endpoint, of all replicas together. Worth nothing after a crash: no log.
create unlogged table rate_limits (
  minute timestamptz not null,
  counter text not null,
  used integer not null,
  constraint pk_rate_limits primary key (minute, counter)
);
