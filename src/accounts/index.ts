export { AccountsModule } from './accounts.module.js';
export { hashClientOf } from './passwords/hash-client.js';
export { Passwords } from './passwords/passwords.js';
export {
  PasswordRules,
  type PasswordFault,
  type PasswordSetter,
} from './passwords/password-rules.js';
export { Accounts } from './accounts/accounts.js';
export { enabledAccountByCustomerSql, enabledAccountByEmailSql } from './accounts/accounts.sql.js';
export { LogInTries } from './log-in/log-in-tries.js';
export type { CountedFailure } from './log-in/log-in-failures.repository.js';
export { LogIns, type LogInCredentials } from './log-in/log-ins.js';
export { PasswordChanges } from './resets/password-changes.js';
export { Sessions, type PageSession } from './log-in/sessions.js';
export { EndUserTokens, type EndUserToken } from './log-in/end-user-tokens.js';
export { UsersApiAccounts } from './users-api/users-api-accounts.js';
export type { FacebookSignUpResult } from './users-api/facebook-accounts.js';
export type {
  IssuedToken,
  IssueResult,
  AccountSignUpResult,
} from './resets/reset-token-issuance.js';
export { ResetMails, type ResetMailResult } from './resets/reset-mails.js';
export { ResetRequests } from './resets/reset-requests.js';
export { PasswordResets, type ResetResult } from './resets/password-resets.js';
export { MailedTokens } from './resets/mailed-tokens.js';
export type { MailedToken, NewMailedToken } from './resets/mailed-tokens.repository.js';
export { AccountErrors } from './accounts/accounts.errors.js';
export type { Account, AccountFacts, NewAccount } from './accounts/accounts.repository.js';
export { accountHistorySql } from './accounts/account-history.sql.js';
