alter table alerts
  drop column opening_published_at,
  drop column closing_published_at;
