drop table partner_logos;
alter table partners
  drop column brand_accent_color,
  drop column brand_text_color,
  drop column brand_short_name,
  drop column brand_logo;
