export { runDoctor, type DoctorReport } from './run-doctor.js';
export { isWell, doctorJson, doctorText } from './doctor-report.js';
export { problem } from './finding.js';
