-- What may open a door beyond contract and check-in. The flags lead the door to these tables; without them it reads none of them.
alter table gyms add column has_access_policy boolean not null default false;
alter table customers add column has_access_passes boolean not null default false;

-- A policy that was taken away keeps its row with the defaults, so that versions never come twice.
create table access_policies (
  partner_id uuid not null,
  gym_id bigint not null,
  is_set boolean not null,
  version bigint not null,
  outside_rules text not null default 'ALLOW',
  capacity_max integer,
  capacity_warn_at_percent integer,
  anti_passback_mode text not null default 'OFF',
  anti_passback_minutes integer,
  anti_passback_scope text not null default 'GYM',
  reentry_minutes integer,
  show_occupancy boolean not null default false,
  minimum_age integer,
  unknown_age text not null default 'ALLOW',
  constraint pk_access_policies primary key (partner_id, gym_id),
  constraint fk_access_policies_gym foreign key (partner_id, gym_id) references gyms (partner_id, id),
  constraint ck_access_policies_outside_rules check (outside_rules in ('ALLOW', 'DENY')),
  constraint ck_access_policies_anti_passback check (
    anti_passback_mode in ('OFF', 'SOFT', 'HARD') and anti_passback_scope in ('GYM', 'PARTNER')),
  constraint ck_access_policies_unknown_age check (unknown_age in ('ALLOW', 'DENY'))
);

-- `day`: `2027-12-24`, or `12-25` for every year. Minutes of the local day, null: to its ends.
create table access_closings (
  partner_id uuid not null,
  gym_id bigint not null,
  no integer not null,
  day text not null,
  minute_from integer,
  minute_to integer,
  name text,
  constraint pk_access_closings primary key (partner_id, gym_id, no),
  constraint fk_access_closings_policy foreign key (partner_id, gym_id)
    references access_policies (partner_id, gym_id) on delete cascade
);
create index ix_access_closings_day on access_closings (partner_id, gym_id, day);

create sequence access_rule_ids;
create table access_rules (
  partner_id uuid not null,
  id bigint not null default nextval('access_rule_ids'),
  gym_id bigint not null,
  position integer not null,
  version bigint not null default 1,
  name text not null,
  active boolean not null,
  effect text not null,
  time_condition jsonb,
  person_condition jsonb,
  device_ids bigint[],
  message jsonb,
  constraint pk_access_rules primary key (partner_id, id),
  constraint fk_access_rules_policy foreign key (partner_id, gym_id) references access_policies (partner_id, gym_id),
  constraint uq_access_rules_position unique (partner_id, gym_id, position) deferrable initially deferred,
  constraint ck_access_rules_effect check (effect in ('ALLOW', 'DENY'))
);

-- What the active rules mean, one row for each day of the week on which a rule may fit. Made anew with every change.
create table access_rule_windows (
  partner_id uuid not null,
  gym_id bigint not null,
  rule_id bigint not null,
  position integer not null,
  effect text not null,
  minute_from integer not null,
  minute_to integer not null,
  started_yesterday boolean not null,
  date_from date,
  date_to date,
  rights integer not null,
  membership_ids bigint[],
  wellhub_plans text[],
  wellhub_products text[],
  device_ids bigint[],
  min_age integer,
  max_age integer,
  has_time_condition boolean not null,
  constraint pk_access_rule_windows primary key (partner_id, gym_id, minute_from, position, started_yesterday),
  constraint fk_access_rule_windows_rule foreign key (partner_id, rule_id) references access_rules (partner_id, id) on delete cascade,
  constraint ck_access_rule_windows_minutes check (
    minute_from >= 0 and minute_from < minute_to and (minute_to - 1) / 1440 = minute_from / 1440 and minute_to <= 10080)
);
create index ix_access_rule_windows_rule on access_rule_windows (partner_id, rule_id);

create sequence access_pass_ids;
create table access_passes (
  partner_id uuid not null,
  id bigint not null default nextval('access_pass_ids'),
  customer_id bigint not null,
  version bigint not null default 1,
  type text not null,
  gym_ids bigint[],
  valid_from date not null,
  valid_until date,
  entries integer,
  entries_used integer not null default 0,
  used_at timestamptz[] not null default '{}',
  note text,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_access_passes primary key (partner_id, id),
  constraint fk_access_passes_customer foreign key (partner_id, customer_id) references customers (partner_id, id),
  constraint ck_access_passes_type check (
    type = 'STAFF' and entries is null or type = 'GUEST' and entries is not null and valid_until is not null),
  constraint ck_access_passes_entries check (entries_used between 0 and coalesce(entries, 0))
);
create index ix_access_passes_customer on access_passes (partner_id, customer_id, id);
