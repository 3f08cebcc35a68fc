alter table partners drop column second_factor_required;
