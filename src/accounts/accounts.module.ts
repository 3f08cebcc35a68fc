import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { MailModule } from '../mail/index.js';
import { PartnersModule } from '../partners/index.js';
import { AccountsPersonalData } from './personal-data/accounts.personal-data.js';
import { AccountEmailKeysWorker } from './accounts/account-email-keys.worker.js';
import { Accounts } from './accounts/accounts.js';
import { AccountsRepository } from './accounts/accounts.repository.js';
import { FacebookAccounts } from './users-api/facebook-accounts.js';
import { FacebookGraph } from './users-api/facebook-graph.js';
import { AccountMailComposer } from './accounts/account-mail-composer.js';
import { LogInTries } from './log-in/log-in-tries.js';
import { LogIns } from './log-in/log-ins.js';
import { ResetMailOutcomes } from './resets/reset-mail-outcomes.js';
import { MailedTokens } from './resets/mailed-tokens.js';
import { SecurityMails } from './accounts/security-mails.js';
import { PasswordChanges } from './resets/password-changes.js';
import { PasswordResets } from './resets/password-resets.js';
import { PasswordRules } from './passwords/password-rules.js';
import { Passwords } from './passwords/passwords.js';
import { EndUserTokens } from './log-in/end-user-tokens.js';
import { ResetMails } from './resets/reset-mails.js';
import { ResetRequests } from './resets/reset-requests.js';
import { ResetTokens } from './resets/reset-tokens.js';
import { Sessions } from './log-in/sessions.js';
import { ShownAccounts } from './accounts/shown-accounts.js';
import { AccountSignUp } from './accounts/account-sign-up.js';
import { ResetTokenIssuance } from './resets/reset-token-issuance.js';
import { UsersApiAccounts } from './users-api/users-api-accounts.js';
import { SessionsRepository } from './log-in/sessions.repository.js';
import { LogInFailuresRepository } from './log-in/log-in-failures.repository.js';
import { ResetTokensRepository } from './resets/reset-tokens.repository.js';
import { MailedTokensRepository } from './resets/mailed-tokens.repository.js';
import { ResetRequestsRepository } from './resets/reset-requests.repository.js';
import { ResetRequestsWorker } from './resets/reset-requests.worker.js';

const facades = [
  Accounts,
  EndUserTokens,
  LogIns,
  LogInTries,
  MailedTokens,
  PasswordChanges,
  PasswordResets,
  PasswordRules,
  Passwords,
  ResetMails,
  ResetRequests,
  Sessions,
  UsersApiAccounts,
];

/**
 * Purpose: how people log in. Owns: accounts, sessions, password_resets, password_reset_requests, login_failures,
 * login_alarms.
 * Offers: Accounts, LogIns, LogInTries, Passwords, PasswordChanges, PasswordRules, Sessions, EndUserTokens, UsersApiAccounts,
 * PasswordResets, ResetMails, ResetRequests, MailedTokens, enabledAccount… fragments. Depends on: customers, event-webhooks,
 * mail, partners.
 * Promises: a refused log-in does not show why; tokens are stored hashed; an ended session counts on this replica at
 * once, on others within 5 s.
 */
@Module({
  imports: [PartnersModule, EventWebhooksModule, CustomersModule, MailModule],
  providers: [
    ...facades,
    AccountEmailKeysWorker,
    AccountsPersonalData,
    AccountsRepository,
    ResetRequestsWorker,
    ResetRequestsRepository,
    MailedTokensRepository,
    ResetTokensRepository,
    LogInFailuresRepository,
    SessionsRepository,
    FacebookAccounts,
    FacebookGraph,
    AccountMailComposer,
    ResetMailOutcomes,
    SecurityMails,
    ResetTokens,
    ShownAccounts,
    AccountSignUp,
    ResetTokenIssuance,
  ],
  exports: facades,
})
export class AccountsModule {}
