import { Module } from '@nestjs/common';
import { MailModule } from '../mail/index.js';
import { PartnersModule } from '../partners/index.js';
import { GoLiveController } from './go-live.controller.js';
import { GoLiveRepository } from './go-live.repository.js';
import { GoLive } from './go-live.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';

keepInWipes('go_live_marks');

/**
 * Purpose: what is left to do before a partner opens. Owns: go_live_marks.
 * Offers: nothing. Depends on: partners, mail, staff, check-in-validation, gate.
 * Promises: what can be seen is computed when it is asked for; it calls neither Wellhub nor the mail server.
 */
@Module({
  imports: [PartnersModule, MailModule],
  controllers: [GoLiveController],
  providers: [GoLive, GoLiveRepository],
})
export class GoLiveModule {}
