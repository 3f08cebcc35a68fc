import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { MailModule } from '../mail/index.js';
import { PartnersModule } from '../partners/index.js';
import { AccountsPersonalData } from './accounts.personal-data.js';
import { AccountEmailKeys } from './account-email-keys.js';
import { Accounts } from './accounts.js';
import { AccountsRepository } from './accounts.repository.js';
import { FacebookAccounts } from './facebook-accounts.js';
import { FacebookGraph } from './facebook-graph.js';
import { AccountMailComposer } from './account-mail-composer.js';
import { LogIns } from './log-ins.js';
import { ResetMailOutcomes } from './reset-mail-outcomes.js';
import { MailedTokens } from './mailed-tokens.js';
import { SecurityMails } from './security-mails.js';
import { PasswordChanges } from './password-changes.js';
import { PasswordResets } from './password-resets.js';
import { PasswordRules } from './password-rules.js';
import { Passwords } from './passwords.js';
import { EndUserTokens } from './end-user-tokens.js';
import { ResetMails } from './reset-mails.js';
import { ResetRequests } from './reset-requests.js';
import { ResetTokens } from './reset-tokens.js';
import { Sessions } from './sessions.js';
import { ShownAccounts } from './shown-accounts.js';
import { AccountSignUp } from './account-sign-up.js';
import { ResetTokenIssuance } from './reset-token-issuance.js';
import { UsersApiAccounts } from './users-api-accounts.js';

const facades = [
  Accounts,
  EndUserTokens,
  MailedTokens,
  PasswordResets,
  PasswordRules,
  Passwords,
  ResetMails,
  ResetRequests,
  Sessions,
  UsersApiAccounts,
];

/**
 * Purpose: how people log in. Owns: accounts, sessions, password_resets, password_reset_requests, login_failures, login_alarms.
 * Offers: Accounts, Passwords, PasswordRules, Sessions, EndUserTokens, UsersApiAccounts, PasswordResets, ResetMails, ResetRequests,
 * MailedTokens, enabledAccount…Sql. Depends on: customers, event-webhooks, mail, partners.
 * Promises: a refused log-in tells nothing; tokens are stored hashed; what ended counts here at once, elsewhere within 5 s.
 */
@Module({
  imports: [PartnersModule, EventWebhooksModule, CustomersModule, MailModule],
  providers: [
    ...facades,
    AccountEmailKeys,
    AccountsPersonalData,
    AccountsRepository,
    FacebookAccounts,
    FacebookGraph,
    AccountMailComposer,
    LogIns,
    ResetMailOutcomes,
    SecurityMails,
    PasswordChanges,
    ResetTokens,
    ShownAccounts,
    AccountSignUp,
    ResetTokenIssuance,
  ],
  exports: facades,
})
export class AccountsModule {}
