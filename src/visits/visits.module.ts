import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';
import { PartnersModule } from '../partners/index.js';
import { HistoryController } from './history.controller.js';
import { HistoryRepository } from './history.repository.js';
import { Capacities } from './capacities.js';
import { OccupancyRepository } from './occupancy.repository.js';
import { OccupancyWorker } from './occupancy.worker.js';
import { OfflineVisits } from './offline-visits.js';
import { OfflineVisitsRepository } from './offline-visits.repository.js';
import { PresenceRepository } from './presence.repository.js';
import { VisitsAdminController } from './visits-admin.controller.js';
import { VisitChangesRepository } from './visit-changes.repository.js';
import { VisitClosingWorker } from './visit-closing.worker.js';
import { Visits } from './visits.js';
import { VisitsPersonalData } from './visits.personal-data.js';
import { VisitsRepository } from './visits.repository.js';

keepInWipes('gym_occupancy');

/**
 * Purpose: who is inside, since when, and how many; the row a scan locks. Owns: visits, presence, gym_occupancy.
 * Offers: Visits, OfflineVisits, Capacities, VisitChangesRepository, PresenceRepository, fragments for the gate.
 * Depends on: customers, event-webhooks, partners.
 * Promises: at most one open visit per customer; scans of one customer are serial; no visit stays open for ever.
 */
@Module({
  imports: [PartnersModule, CustomersModule, EventWebhooksModule],
  controllers: [VisitsAdminController, HistoryController],
  providers: [
    Visits,
    VisitsPersonalData,
    VisitsRepository,
    HistoryRepository,
    PresenceRepository,
    OccupancyRepository,
    OccupancyWorker,
    Capacities,
    VisitChangesRepository,
    VisitClosingWorker,
    OfflineVisits,
    OfflineVisitsRepository,
  ],
  exports: [Visits, OfflineVisits, Capacities, VisitChangesRepository, PresenceRepository],
})
export class VisitsModule {}
