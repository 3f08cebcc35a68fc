export { UserRegistrationModule } from './user-registration.module.js';
export { Joining } from './sign-up/joining.js';
export {
  WellhubIdClaims,
  type ClaimResult,
  type OwnWellhubId,
} from './claims/wellhub-id-claims.js';
export { ClaimDecisions } from './claims/claim-decisions.js';
export { canceledSinceSql, wellhubPlanSql } from './user-status/user-status.sql.js';
export type { WellhubIdClaim } from './claims/wellhub-id-claims.repository.js';
export {
  RegistrationErrors,
  RegistrationLinkErrors,
  WellhubIdClaimErrors,
} from './links/user-registration.errors.js';
export type {
  BadFields,
  Confirmation,
  FinishResult,
  FormField,
  LinkRefusal,
  LinkResult,
  LogInResult,
  LinkPreview,
  MailResult,
  Prefill,
  SignUpForm,
  SignUpResult,
} from './links/joining.types.js';
export {
  claimHistorySql,
  joinHistorySql,
  registrationHistorySql,
} from './registration/registration-history.sql.js';
