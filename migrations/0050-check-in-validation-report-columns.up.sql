-- The columns that a partner named last for a report of Wellhub's portal, by their names without accents and signs.
create table report_columns (
  partner_id uuid not null,
  id_name text not null,
  date_name text not null,
  date_order text not null,
  changed_at timestamptz not null default clock_timestamp(),
  constraint pk_report_columns primary key (partner_id),
  constraint fk_report_columns_partner foreign key (partner_id) references partners (id),
  constraint ck_report_columns_date_order check (date_order in ('DAY_FIRST', 'MONTH_FIRST'))
);
