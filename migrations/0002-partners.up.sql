create table partners (
  id uuid not null,
  name text not null,
  slug text not null,
  multi_offer boolean not null default false,
  sign_up_url text,
  log_in_url text,
  time_zone text not null default 'UTC',
  locale text not null default 'en',
  support_email text,
  usage_events_from_visits boolean not null default false,
  usage_event_types text[] not null default '{signin}',
  default_mail_templates boolean not null default true,
  hook_production text not null,
  hook_test text not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz,
  constraint pk_partners primary key (id)
);
create unique index uq_partners_slug on partners (slug) where deleted_at is null;
create unique index uq_partners_hook_production on partners (hook_production);
create unique index uq_partners_hook_test on partners (hook_test);

create sequence gym_ids;
create table gyms (
  partner_id uuid not null,
  id bigint not null default nextval('gym_ids'),
  name text not null,
  time_zone text not null default 'UTC',
  language text not null default 'en',
  wellhub_gym_id text,
  link_wellhub_by_email boolean not null default true,
  validation_mode text not null default 'AUTOMATIC',
  check_in_window_minutes integer not null default 20,
  when_wellhub_is_down text not null default 'DENY',
  booking_default_decision text not null default 'REJECTED',
  access_codes_enabled boolean not null default true,
  access_code_ttl_seconds integer not null default 60,
  access_code_single_use boolean not null default true,
  visit_closes_after_minutes integer not null default 240,
  wellhub_access_token bytea,
  webhook_secret bytea,
  webhook_secret_set_at timestamptz,
  previous_webhook_secret bytea,
  previous_webhook_secret_until timestamptz,
  hook_production text not null,
  hook_test text not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz,
  constraint pk_gyms primary key (partner_id, id),
  constraint fk_gyms_partner foreign key (partner_id) references partners (id),
  constraint ck_gyms_validation_mode check (validation_mode in ('AUTOMATIC', 'GATE', 'ATTENDANCE')),
  constraint ck_gyms_when_wellhub_is_down check (when_wellhub_is_down in ('DENY', 'ADMIT_AND_VALIDATE_LATER')),
  constraint ck_gyms_booking_default_decision check (booking_default_decision in ('REJECTED', 'RESERVED')),
  constraint ck_gyms_ttl check (access_code_ttl_seconds between 15 and 300)
);
create unique index uq_gyms_wellhub_gym_id on gyms (partner_id, wellhub_gym_id) where deleted_at is null;
create unique index uq_gyms_hook_production on gyms (hook_production);
create unique index uq_gyms_hook_test on gyms (hook_test);

create table wellhub_connections (
  partner_id uuid not null,
  environment text not null,
  access_token bytea,
  access_token_set_at timestamptz,
  webhook_secret bytea,
  webhook_secret_set_at timestamptz,
  previous_webhook_secret bytea,
  previous_webhook_secret_until timestamptz,
  events_api_token bytea,
  events_api_token_set_at timestamptz,
  accept_weak_secret boolean not null default false,
  updated_at timestamptz not null default clock_timestamp(),
  constraint pk_wellhub_connections primary key (partner_id),
  constraint fk_wellhub_connections_partner foreign key (partner_id) references partners (id),
  constraint ck_wellhub_connections_environment check (environment in ('production', 'sandbox', 'simulator'))
);
