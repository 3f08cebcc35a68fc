export { CheckInValidationModule } from './check-in-validation.module.js';
export { CheckInValidation, type AskOutcome, type AskRequest } from './check-in-validation.js';
export { DeskView } from './desk-view.js';
export { DeskToday } from './desk-today.js';
export type { SeenCheckIn } from './desk-today.repository.js';
export type { DeskCaller } from './desk-caller.js';
export type { DeskResult } from './front-desk.js';
export { CheckInErrors } from './check-in-validation.errors.js';
export { admitProvisionallySql, entryFactsSql, handOverSql } from './check-in-fragments.js';
