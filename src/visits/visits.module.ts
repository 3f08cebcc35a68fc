import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { PartnersModule } from '../partners/index.js';
import { PresenceRepository } from './presence.repository.js';
import { VisitsAdminController } from './visits-admin.controller.js';
import { Visits } from './visits.js';
import { VisitsRepository } from './visits.repository.js';

/**
 * Purpose: who is inside, since when; the row a scan locks. Owns: visits, presence.
 * Offers: Visits, PresenceRepository, fragments for the gate. Depends on: customers.
 * Promises: at most one open visit per customer; scans of one customer are serial.
 */
@Module({
  imports: [PartnersModule, CustomersModule, EventWebhooksModule],
  controllers: [VisitsAdminController],
  providers: [Visits, VisitsRepository, PresenceRepository],
  exports: [Visits, PresenceRepository],
})
export class VisitsModule {}
