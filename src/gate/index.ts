export { GateModule } from './gate.module.js';
export { CountedGate } from './door/counted-gate.js';
export { Devices } from './devices/devices.js';
export { openingDevicesSql } from './door/doors.sql.js';
export {
  entranceDevicesSql,
  logAdmissionsSql,
  nonceOfValueSql,
  rememberNoncesSql,
} from './door/outage.sql.js';
export type { Admission, GateDecision, RecognisedDevice, Refusal, Scan } from './scan/scan.js';
export { RIGHT_TO_ENTER } from './scan/verdict.sql.js';
export { StorageOutage } from './door/storage-outage.js';
export { DeviceErrors, GateErrors } from './scan/gate.errors.js';
export { refusalFiguresSql, scanHistorySql } from './decisions/decisions.repository.js';
