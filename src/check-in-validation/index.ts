export { CheckInValidationModule } from './check-in-validation.module.js';
export {
  CheckInValidation,
  type ValidationOutcome,
  type ValidationRequest,
} from './validation/check-in-validation.js';
export { OfflineEntries } from './validation/offline-entries.js';
export { WellhubCallGate } from './wellhub-calls/wellhub-call-gate.js';
export { DeskCheckIns } from './front-desk/desk-check-ins.js';
export type { DeskResult } from './front-desk/desk-validation.js';
export { TodaysCheckIns } from './front-desk/todays-check-ins.js';
export type { SeenCheckIn } from './front-desk/todays-check-ins.repository.js';
export { CheckInErrors } from './check-ins/check-in.errors.js';
export {
  checkInsForEntrySql,
  entryFactsSql,
  handOverSql,
  hasPendingCheckInSql,
  isGoodSql,
  markEntriesSql,
  validatedCheckInSql,
  type ReentrySql,
} from './check-ins/check-ins.sql.js';
export { ExpectedPeople, type GymTime } from './missing-webhooks/expected-people.js';
export { checkInHistorySql, reconciliationHistorySql } from './check-ins/check-in-history.sql.js';
export {
  newestCheckInSql,
  newestWebhookCheckInSql,
  refusedGymsSql,
  waitingCheckInsSql,
} from './check-ins/check-in-health.sql.js';
export {
  checkInFiguresSql,
  moneyFiguresSql,
  soonestDeadlineSql,
  wellhubHealthSql,
} from './check-ins/check-in-figures.sql.js';
export { LOSS_REASONS, type LossReason } from './check-ins/loss-reason.sql.js';
export { ConnectionTest, type ConnectionResult } from './validation/connection-test.js';
export { lastConnectionTestSql } from './validation/connection-tests.repository.js';
