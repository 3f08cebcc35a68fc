-- "Forgot password" as it was typed: a worker looks the address up, so that no answer depends on whose it is.
create table password_reset_requests (
  partner_id uuid not null,
  id uuid not null,
  email_key text not null,
  -- The network that asked.
  source text not null,
  -- Of the page.
  language text,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_password_reset_requests primary key (partner_id, id)
);
create index ix_password_reset_requests_created_at on password_reset_requests (created_at);

-- The network or the line of API keys that caused a mail: each has limits of its own for an address.
alter table mails add column asked_by text;
