export { DoorOutageModule } from './door-outage.module.js';
export { KnownPeople } from './known-people.js';
