alter table partners
  drop column terms_url,
  drop column terms_version,
  drop column privacy_url,
  drop column privacy_version;
