drop table files;
drop sequence file_ids;
alter table contracts drop column discount_ids;
drop table discounts;
alter table customers
  drop column personal_id,
  drop column id_card_name,
  drop column id_card_number,
  drop column legal_guardian,
  drop column is_foreigner,
  drop column sex,
  drop column newsletter_agreement,
  drop column terms_and_conditions_agreement,
  drop column language,
  drop column registered_at_gym_id,
  drop column address,
  drop column direct_debit;
