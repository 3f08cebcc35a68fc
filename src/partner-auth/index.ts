export { PartnerAuthModule } from './partner-auth.module.js';
export { ApiKeys, type IssuedKey, type NewKey } from './api-keys.js';
export { ConsoleCookie } from './console-cookie.js';
export {
  ConsoleSessions,
  isStaffToken,
  makeStaffToken,
  type StaffSeats,
} from './console-sessions.js';
export { CredentialsGuard } from './credentials.guard.js';
export { Credentials } from './credentials.js';
export { makeApiKey } from './api-key-format.js';
export { AuthErrors } from './partner-auth.errors.js';
export { UsersApiTokens, type EmployeeToken } from './users-api-tokens.js';
export { mayOpen } from './observers.js';
export { hasScope, isNarrowable, mayGrant, mayRead } from './scope-rules.js';
export { CONFIRM_PAGE, interruptedAt, LOG_IN_PAGE } from './interrupted-pages.js';
