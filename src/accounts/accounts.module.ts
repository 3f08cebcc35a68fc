import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { PartnersModule } from '../partners/index.js';
import { AccountHolder } from './account-holder.js';
import { Accounts } from './accounts.js';
import { AccountsRepository } from './accounts.repository.js';
import { LogIns } from './log-ins.js';
import { MailSeal } from './mail-seal.js';
import { MailSender } from './mail-sender.js';
import { MailTransport } from './mail-transport.js';
import { Mailbox } from './mailbox.js';
import { MailedTokens } from './mailed-tokens.js';
import { MailsRepository } from './mails.repository.js';
import { PasswordChanges } from './password-changes.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { Sweeper } from './sweeper.js';

const facades = [Accounts, Mailbox, MailedTokens, Passwords, Sessions];

/**
 * Purpose: how people log in, and mail to them. Owns: accounts, sessions, password_resets, login_failures, mails.
 * Offers: Accounts, Passwords, Sessions, MailedTokens, Mailbox, mail texts, enabledAccount…Sql. Depends on: customers, partners.
 * Promises: a refused log-in tells nothing; tokens and addresses are stored hashed or sealed; what ended counts
 * here at once, elsewhere within 5 s; a mail is sent at least once or given up loudly.
 */
@Module({
  imports: [PartnersModule, CustomersModule],
  providers: [
    ...facades,
    AccountHolder,
    AccountsRepository,
    LogIns,
    MailSeal,
    MailSender,
    MailTransport,
    MailsRepository,
    PasswordChanges,
    Sweeper,
  ],
  exports: facades,
})
export class AccountsModule {}
