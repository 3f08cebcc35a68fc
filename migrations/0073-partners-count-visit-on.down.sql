alter table gyms drop column count_visit_on;
