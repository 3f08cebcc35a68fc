export { CheckInValidationModule } from './check-in-validation.module.js';
export {
  CheckInValidation,
  type AskOutcome,
  type AskRequest,
} from './validation/check-in-validation.js';
export { GymCalls } from './wellhub-calls/wellhub-call-gate.js';
export type { CredentialsNews } from './wellhub-calls/credentials-health.js';
export { DeskView } from './front-desk/desk-check-ins.js';
export { DeskToday } from './front-desk/todays-check-ins.js';
export type { SeenCheckIn } from './front-desk/todays-check-ins.repository.js';
export type { DeskResult } from './front-desk/desk-validation.js';
export { CheckInErrors } from './check-ins/check-in.errors.js';
export { admitProvisionallySql, entryFactsSql, handOverSql } from './check-ins/check-ins.sql.js';
