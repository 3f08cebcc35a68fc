export { AccountsModule } from './accounts.module.js';
export { laneOf } from './lane.js';
export { Passwords } from './passwords.js';
export { PasswordRules, type PasswordFault } from './password-rules.js';
export { Accounts } from './accounts.js';
export { enabledAccountByCustomerSql, enabledAccountByEmailSql } from './accounts.sql.js';
export { Sessions, type PageSession } from './sessions.js';
export { EndUserTokens, type EndUser, type EndUserToken } from './end-user-tokens.js';
export { UsersApiAccounts } from './users-api-accounts.js';
export type { FacebookSignUpResult } from './facebook-accounts.js';
export type { IssuedToken, IssueResult, AccountSignUpResult } from './reset-token-issuance.js';
export { ResetMails, type ResetMailResult } from './reset-mails.js';
export { ResetRequests } from './reset-requests.js';
export { PasswordResets, type ResetResult } from './password-resets.js';
export { MailedTokens, type MailedToken, type NewMailedToken } from './mailed-tokens.js';
export { Mailbox, type CaughtMail, type OutgoingMail } from './mailbox.js';
export {
  joinConfirmMail,
  mailLanguage,
  passwordChangedMail,
  setPasswordMail,
  type MailContent,
  type MailLanguage,
  type MailValues,
} from './mail-templates.js';
export { AccountErrors } from './accounts.errors.js';
export type { Account, AccountFacts, NewAccount } from './accounts.repository.js';
