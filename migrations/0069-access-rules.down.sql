drop table access_passes;
drop sequence access_pass_ids;
drop table access_rule_windows;
drop table access_rules;
drop sequence access_rule_ids;
drop table access_closings;
drop table access_policies;
alter table customers drop column has_access_passes;
alter table gyms drop column has_access_policy;
