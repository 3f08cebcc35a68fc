-- How a partner's pages and mails look. The bytes of the logo are apart: every page reads the row of its partner.
alter table partners
  add column brand_accent_color text,
  add column brand_text_color text not null default 'WHITE',
  add column brand_short_name text,
  add column brand_logo jsonb,
  add constraint ck_partners_brand_accent_color check (brand_accent_color ~ '^#[0-9a-f]{6}$'),
  add constraint ck_partners_brand_text_color check (brand_text_color in ('WHITE', 'BLACK'));
create table partner_logos (
  partner_id uuid primary key,
  media_type text not null,
  bytes bytea not null,
  constraint fk_partner_logos_partner foreign key (partner_id) references partners (id)
);
