import { Module } from '@nestjs/common';
import { AccessCodesModule } from '../access-codes/index.js';
import { AccountsModule } from '../accounts/index.js';
import { CustomersModule } from '../customers/index.js';
import { PartnersModule } from '../partners/index.js';
import { UserRegistrationModule } from '../user-registration/index.js';
import { AgreementsController } from './agreements.controller.js';
import { AssetsController } from './assets.controller.js';
import { CodeController } from './code.controller.js';
import { ConfirmController } from './confirm.controller.js';
import { HostedPages } from './hosted-pages.js';
import { JoinController } from './join.controller.js';
import { KioskController } from './kiosk.controller.js';
import { LogInController } from './log-in.controller.js';
import { MailedWays } from './mailed-ways.js';
import { NewPasswords } from './new-passwords.js';
import { PageAgreements } from './page-agreements.js';
import { PageSessions } from './page-sessions.js';
import { PasswordController } from './password.controller.js';
import { PasswordMails } from './password-mails.js';
import { ShownCodes } from './shown-codes.js';
import { WellhubIdController } from './wellhub-id.controller.js';

/**
 * Purpose: what people see: join, log in, set a password, the entry code, the kiosk at the door. Owns: nothing.
 * Offers: how a page is drawn and sent (assets, show, Form), for the console.
 * Depends on: partners, accounts, user-registration, access-codes, check-in-validation, customers, visits.
 * Promises: works without script except the QR picture and the kiosk; nothing personal in an address; no answer tells who is a member.
 */
@Module({
  imports: [
    PartnersModule,
    CustomersModule,
    AccountsModule,
    UserRegistrationModule,
    AccessCodesModule,
  ],
  controllers: [
    AssetsController,
    AgreementsController,
    JoinController,
    LogInController,
    PasswordController,
    ConfirmController,
    CodeController,
    WellhubIdController,
    KioskController,
  ],
  providers: [
    HostedPages,
    MailedWays,
    NewPasswords,
    PageAgreements,
    PageSessions,
    PasswordMails,
    ShownCodes,
  ],
})
export class PagesModule {}
