-- Digits; a string, because it can exceed 2^53.
alter table accounts add column facebook_id text;
create unique index uq_accounts_facebook_id on accounts (partner_id, facebook_id) where facebook_id is not null;

-- A partner's own words for a mail; ours are used where there are none.
create table mail_templates (
  partner_id uuid not null,
  name text not null,
  subject text not null,
  text text not null,
  html text not null,
  updated_at timestamptz not null default clock_timestamp(),
  constraint pk_mail_templates primary key (partner_id, name),
  constraint fk_mail_templates_partner foreign key (partner_id) references partners (id),
  constraint ck_mail_templates_name check (name in ('password-reset', 'password-changed'))
);

-- Failures of one name from all sources: the last hundred of them. They lock nothing, the owner gets a notice.
create table login_alarms (
  partner_id uuid not null,
  name_hash bytea not null,
  failed_at timestamptz[] not null,
  last_at timestamptz not null,
  noticed_at timestamptz,
  constraint pk_login_alarms primary key (partner_id, name_hash)
);
create index ix_login_alarms_last_at on login_alarms (last_at);

-- The token in a mail: it ends earlier ones once the mail is accepted, and is dead when it is given up.
alter table mails add column reset_token_hash bytea;
