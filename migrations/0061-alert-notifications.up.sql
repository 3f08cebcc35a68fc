-- When mails about alerts may come: of a partner, in its time zone.
create table alert_mail_settings (
  partner_id uuid not null,
  quiet_from time,
  quiet_until time,
  digest_at time not null,
  constraint pk_alert_mail_settings primary key (partner_id),
  constraint fk_alert_mail_settings_partner foreign key (partner_id) references partners (id),
  constraint ck_alert_mail_settings_quiet check ((quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until)
);

-- How often one person gets them at one place of work.
create table alert_mail_recipients (
  membership_id uuid not null,
  frequency text not null default 'AT_ONCE',
  mailed_at timestamptz not null default '-infinity',
  constraint pk_alert_mail_recipients primary key (membership_id),
  constraint fk_alert_mail_recipients_membership foreign key (membership_id) references staff_memberships (id) on delete cascade,
  constraint ck_alert_mail_recipients_frequency check (frequency in ('AT_ONCE', 'DAILY', 'NEVER'))
);

-- Alerts that wait for a mail to one person.
create table alert_mail_items (
  membership_id uuid not null,
  alert_partner_id uuid not null,
  alert_id uuid not null,
  added_at timestamptz not null default clock_timestamp(),
  constraint pk_alert_mail_items primary key (membership_id, alert_id),
  constraint fk_alert_mail_items_recipient foreign key (membership_id) references alert_mail_recipients (membership_id) on delete cascade
);
