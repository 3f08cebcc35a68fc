-- What only people know, or a try has shown: that backups are made, that a mail left.
create table go_live_marks (
  partner_id uuid not null,
  item text not null,
  is_good boolean not null,
  marked_by text not null,
  marked_at timestamptz not null default clock_timestamp(),
  constraint pk_go_live_marks primary key (partner_id, item),
  constraint ck_go_live_marks_item check (item in ('MAIL', 'BACKUPS'))
);
