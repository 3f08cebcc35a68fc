-- What the partner asks people to accept when they join: where the text is, and which one it is.
alter table partners
  add column terms_url text,
  add column terms_version text,
  add column privacy_url text,
  add column privacy_version text,
  add constraint ck_partners_terms check ((terms_url is null) = (terms_version is null)),
  add constraint ck_partners_privacy check ((privacy_url is null) = (privacy_version is null));
