drop table gate_nonces;
drop table gate_decisions;
drop table devices;
drop sequence device_ids;
