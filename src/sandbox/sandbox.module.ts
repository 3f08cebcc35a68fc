import { Module } from '@nestjs/common';
import { ControlIdModule } from '../control-id/index.js';
import { GateModule } from '../gate/index.js';
import { MailModule } from '../mail/index.js';
import { PartnerAuthModule } from '../partner-auth/index.js';
import { PartnersModule } from '../partners/index.js';
import { StaffModule } from '../staff/index.js';
import { DemoDoors } from './seed/demo-doors.js';
import { DemoOwner } from './seed/demo-owner.js';
import { DemoPartner } from './seed/demo-partner.js';
import { FacebookController } from './facebook/facebook.controller.js';
import { SeedLock } from './seed/seed-lock.js';
import { SandboxController } from './local-pages/sandbox.controller.js';
import { Sandbox } from './seed/sandbox.js';

/**
 * Purpose: Wellhub on your laptop: simulator, its phone and turnstile, demo data, caught mail; and Facebook. Owns: nothing.
 * Offers: Sandbox. Depends on: partners, partner-auth, mail, staff, gate, control-id, simulator. Promises: absent unless SANDBOX is on.
 */
@Module({
  imports: [
    PartnersModule,
    PartnerAuthModule,
    GateModule,
    ControlIdModule,
    MailModule,
    StaffModule,
  ],
  controllers: [SandboxController, FacebookController],
  providers: [Sandbox, DemoPartner, DemoDoors, DemoOwner, SeedLock],
})
export class SandboxModule {}
