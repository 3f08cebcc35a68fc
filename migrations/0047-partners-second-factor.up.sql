-- Whether all people on the staff of the partner must have a second factor.
alter table partners add column second_factor_required boolean not null default false;
