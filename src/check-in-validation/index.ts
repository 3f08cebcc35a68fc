export { CheckInValidationModule } from './check-in-validation.module.js';
export { CheckInValidation, type AskOutcome, type AskRequest } from './check-in-validation.js';
export { admitProvisionallySql, entryFactsSql, handOverSql } from './check-in-fragments.js';
