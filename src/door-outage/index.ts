export { DoorOutageModule } from './door-outage.module.js';
export { inspectScanSpool } from './scan-spool.js';
export { KnownPeople } from './known-people.js';
