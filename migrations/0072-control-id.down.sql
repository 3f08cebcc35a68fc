drop table control_id_commands;
drop table control_id_contacts;
drop table control_id_secrets;
drop table control_id_devices;
alter table devices drop column vendor;
