export { GateModule } from './gate.module.js';
export { Devices } from './devices.js';
export {
  entranceDevicesSql,
  logAdmissionsSql,
  nonceOfValueSql,
  rememberNoncesSql,
} from './outage.sql.js';
export type { Admission, Scan } from './scan.js';
export { RIGHT_TO_ENTER } from './scan.sql.js';
export { StorageOutage } from './storage-outage.js';
export { DeviceErrors, GateErrors } from './gate.errors.js';
export { refusalFiguresSql, scanHistorySql } from './decisions.repository.js';
