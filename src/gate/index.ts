export { GateModule } from './gate.module.js';
export { AccessCheck, type CheckedEntry } from './access-check/access-check.js';
export { CountedGate } from './door/counted-gate.js';
export { Devices, type Alongside, type DeviceChange } from './devices/devices.js';
export type { DevicePage } from './devices/devices.repository.js';
export { DIRECTIONS, VENDORS, type Direction, type Vendor } from './devices/device-kinds.js';
export type { Device } from './devices/device.js';
export { activeDeviceSql, doorOfDeviceSql } from './devices/devices.sql.js';
export { openingDevicesSql } from './door/doors.sql.js';
export {
  entranceDevicesSql,
  logAdmissionsSql,
  nonceOfValueSql,
  rememberNoncesSql,
} from './door/outage.sql.js';
export type {
  Admission,
  GateDecision,
  RecognisedDevice,
  Refusal,
  RefusedScan,
  Scan,
} from './scan/scan.js';
export { RIGHT_TO_ENTER } from './scan/verdict.sql.js';
export { Passages } from './passages/passages.js';
export type { EndedPassage, PassageReport } from './passages/passage.js';
export { StorageOutage } from './door/storage-outage.js';
export { DeviceErrors, GateErrors } from './scan/gate.errors.js';
export { refusalFiguresSql, scanHistorySql } from './decisions/decisions.repository.js';
export { grantsOfDeviceSql, valuePrefix } from './decisions/grants.sql.js';
