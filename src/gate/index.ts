export { GateModule } from './gate.module.js';
export { Devices } from './devices.js';
export { DeviceErrors, GateErrors } from './gate.errors.js';
