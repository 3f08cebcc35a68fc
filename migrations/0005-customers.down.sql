drop table restrictions;
drop table contracts;
drop sequence contract_ids;
drop table payment_plans;
drop table memberships;
drop sequence catalogue_ids;
drop table customers;
drop sequence customer_ids;
