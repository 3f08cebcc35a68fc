import { Module } from '@nestjs/common';
import { PartnersModule } from '../partners/index.js';
import { PartnerHealthController } from './partner-health.controller.js';
import { PartnerHealthRepository } from './partner-health.repository.js';
import { StatisticsAdminController } from './statistics-admin.controller.js';
import { StatisticsRepository } from './statistics.repository.js';
import { StatisticsReports } from './statistics.js';

/**
 * Purpose: what happened at the gyms, counted, and how every partner is. Owns: nothing. Offers: StatisticsReports.
 * Depends on: partners, event-webhooks, visits, check-in-validation, gate.
 * Promises: days and hours are those of each gym, daylight saving included; one statement for each figure.
 */
@Module({
  imports: [PartnersModule],
  controllers: [StatisticsAdminController, PartnerHealthController],
  providers: [StatisticsReports, StatisticsRepository, PartnerHealthRepository],
  exports: [StatisticsReports],
})
export class StatisticsModule {}
