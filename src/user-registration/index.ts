export { UserRegistrationModule } from './user-registration.module.js';
export { Joining } from './joining.js';
export { WellhubIdClaims, type ClaimResult, type OwnWellhubId } from './wellhub-id-claims.js';
export { ClaimDecisions } from './claim-decisions.js';
export { canceledSinceSql } from './user-status-sql.js';
export type { WellhubIdClaim } from './wellhub-id-claims.repository.js';
export {
  RegistrationErrors,
  RegistrationLinkErrors,
  WellhubIdClaimErrors,
} from './user-registration.errors.js';
export type {
  BadFields,
  Confirmation,
  FinishResult,
  FormField,
  LinkRefusal,
  LinkResult,
  LogInForm,
  LogInResult,
  Look,
  MailResult,
  Prefill,
  SignUpForm,
  SignUpResult,
} from './joining.types.js';
