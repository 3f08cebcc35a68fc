-- Whether the opening and the closing of an alert were published. What there is already counts as published.
alter table alerts
  add column opening_published_at timestamptz default now(),
  add column closing_published_at timestamptz default now();
alter table alerts
  alter column opening_published_at drop default,
  alter column closing_published_at drop default;
update alerts set closing_published_at = null where closed_at is null;
