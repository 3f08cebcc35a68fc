import { Module } from '@nestjs/common';
import { PartnersModule } from '../partners/index.js';
import { StatisticsAdminController } from './statistics-admin.controller.js';
import { StatisticsRepository } from './statistics.repository.js';
import { StatisticsReports } from './statistics.js';

/**
 * Purpose: what happened at the gyms, counted. Owns: nothing. Offers: StatisticsReports.
 * Depends on: partners, visits, check-in-validation, gate.
 * Promises: days and hours are those of each gym, daylight saving included; one statement for each figure.
 */
@Module({
  imports: [PartnersModule],
  controllers: [StatisticsAdminController],
  providers: [StatisticsReports, StatisticsRepository],
  exports: [StatisticsReports],
})
export class StatisticsModule {}
