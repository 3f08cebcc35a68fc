import { Module } from '@nestjs/common';
import { PartnersModule } from '../partners/index.js';
import { PartnerHealthController } from './partner-health/partner-health.controller.js';
import { PartnerHealthRepository } from './partner-health/partner-health.repository.js';
import { MoneyAdminController } from './money/money-admin.controller.js';
import { MoneyRepository } from './money/money.repository.js';
import { ReportScope } from './reports/report-scope.js';
import { StatisticsAdminController } from './reports/statistics-admin.controller.js';
import { StatisticsRepository } from './reports/statistics.repository.js';
import { StatisticsReports } from './reports/statistics.js';
import { TodayAdminController } from './today/today-admin.controller.js';
import { TodayListeners } from './today/today-listeners.worker.js';
import { TodayRepository } from './today/today.repository.js';
import { Today } from './today/today.js';

/**
 * Purpose: what happens and happened at the gyms, counted, and how every partner is. Owns: nothing. Offers:
 * StatisticsReports.
 * Depends on: partners, partner-auth, event-webhooks, visits, check-in-validation, gate.
 * Promises: days and hours are those of each gym, daylight saving included. Live listeners hold no connection to the
 * database; one loop of a process serves all of them.
 */
@Module({
  imports: [PartnersModule],
  controllers: [
    StatisticsAdminController,
    MoneyAdminController,
    TodayAdminController,
    PartnerHealthController,
  ],
  providers: [
    ReportScope,
    StatisticsReports,
    StatisticsRepository,
    MoneyRepository,
    Today,
    TodayListeners,
    TodayRepository,
    PartnerHealthRepository,
  ],
  exports: [StatisticsReports],
})
export class StatisticsModule {}
