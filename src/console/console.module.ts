import { Module } from '@nestjs/common';
import { CheckInValidationModule } from '../check-in-validation/index.js';
import { CustomersModule } from '../customers/index.js';
import { PartnerAuthModule } from '../partner-auth/index.js';
import { PartnersModule } from '../partners/index.js';
import { UserRegistrationModule } from '../user-registration/index.js';
import { ClaimsController } from './claims/claims.controller.js';
import { DeskController } from './desk/desk.controller.js';
import { DeskEntrance } from './log-in/desk-access.js';
import { DeskScreens } from './desk/desk-screens.js';
import { LinkController } from './link/link.controller.js';
import { LinkTargets } from './link/link-targets.js';
import { LogInController } from './log-in/desk-log-in.controller.js';
import { LogIns } from './log-in/desk-log-ins.js';
import { ValidationController } from './desk/validation.controller.js';

/**
 * Purpose: what staff see: the front desk. A room of its own and not part of pages, because pages are a member's,
 * opened by an account at one partner's address, and these are staff's, opened by a key. Owns: nothing.
 * Offers: nothing. Depends on: check-in-validation, customers, user-registration, partner-auth, pages (how to draw).
 * Promises: decides nothing that the admin API would not; works by reload alone; nobody's name in an address.
 */
@Module({
  imports: [
    PartnersModule,
    PartnerAuthModule,
    CustomersModule,
    CheckInValidationModule,
    UserRegistrationModule,
  ],
  controllers: [
    LogInController,
    DeskController,
    ValidationController,
    LinkController,
    ClaimsController,
  ],
  providers: [DeskEntrance, DeskScreens, LinkTargets, LogIns],
})
export class ConsoleModule {}
