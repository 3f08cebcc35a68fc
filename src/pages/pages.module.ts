import { Module } from '@nestjs/common';
import { AccessCodesModule } from '../access-codes/index.js';
import { AccountsModule } from '../accounts/index.js';
import { CustomersModule } from '../customers/index.js';
import { GateModule } from '../gate/index.js';
import { PartnersModule } from '../partners/index.js';
import { UserRegistrationModule } from '../user-registration/index.js';
import { AgreementsController } from './agreements/agreements.controller.js';
import { AssetsController } from './layout/assets.controller.js';
import { BrandController } from './brand/brand.controller.js';
import { CodeController } from './code/code.controller.js';
import { ConfirmEmailController } from './join/confirm-email.controller.js';
import { JoinController } from './join/join.controller.js';
import { KioskController } from './kiosk/kiosk.controller.js';
import { LogInController } from './log-in/log-in.controller.js';
import { EmailLinks } from './log-in/email-links.js';
import { PasswordResetLinks } from './log-in/password-reset-links.js';
import { PageAgreements } from './agreements/page-agreements.js';
import { PageSessions } from './layout/page-sessions.js';
import { PasswordResetController } from './log-in/password-reset.controller.js';
import { PasswordResetMails } from './log-in/password-reset-mails.js';
import { ScreenCodes } from './code/screen-codes.js';
import { DoorStateRepository } from './code/door-state.repository.js';
import { DoorStates } from './code/door-states.js';
import { EntryForecasts } from './code/entry-forecasts.js';
import { WellhubIdController } from './code/wellhub-id.controller.js';

/**
 * Purpose: the hosted pages: join, log in, set a password, the entry code, the kiosk at the door. Owns: nothing.
 * Offers: how a page is rendered (assets, renderPage, Form), for the console.
 * Depends on: partner-auth, partners, accounts, user-registration, access-codes, check-in-validation, customers, visits, gate.
 * Promises: works without script except the QR picture and the kiosk; nothing personal in a URL; no answer reveals who is a member.
 */
@Module({
  imports: [
    PartnersModule,
    CustomersModule,
    AccountsModule,
    UserRegistrationModule,
    AccessCodesModule,
    GateModule,
  ],
  controllers: [
    AssetsController,
    BrandController,
    AgreementsController,
    JoinController,
    LogInController,
    PasswordResetController,
    ConfirmEmailController,
    CodeController,
    WellhubIdController,
    KioskController,
  ],
  providers: [
    DoorStateRepository,
    DoorStates,
    EntryForecasts,
    EmailLinks,
    PasswordResetLinks,
    PageAgreements,
    PageSessions,
    PasswordResetMails,
    ScreenCodes,
  ],
})
export class PagesModule {}
