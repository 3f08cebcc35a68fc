import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { PartnersModule } from '../partners/index.js';
import { VisitsModule } from '../visits/index.js';
import { WellhubModule } from '../wellhub/index.js';
import { WellhubInboxModule } from '../wellhub-inbox/index.js';
import { AnswerRecords } from './answer-records.js';
import { AnswersRepository } from './answers.repository.js';
import { Asking } from './asking.js';
import { AskingRepository } from './asking.repository.js';
import { Calls } from './calls.js';
import { CheckInIntake } from './check-in-intake.js';
import { CheckInListRepository } from './check-in-list.repository.js';
import { CheckInValidation } from './check-in-validation.js';
import { CheckInsAdminController } from './check-ins-admin.controller.js';
import { CheckInsRepository } from './check-ins.repository.js';
import { ConnectionTestController } from './connection-test.controller.js';
import { ConnectionTest } from './connection-test.js';
import { DeadlineNotices } from './deadline-notices.js';
import { DeadlineWorker } from './deadline-worker.js';
import { DeadlinesRepository } from './deadlines.repository.js';
import { Deadlines } from './deadlines.js';
import { DeskEntries } from './desk-entries.js';
import { DeskTodayRepository } from './desk-today.repository.js';
import { DeskToday } from './desk-today.js';
import { DeskView } from './desk-view.js';
import { Endings } from './endings.js';
import { FrontDesk } from './front-desk.js';
import { GymCalls } from './gym-calls.js';
import { GymHealth } from './gym-health.js';
import { IntakeWorker } from './intake-worker.js';
import { JoinsRepository } from './joins.repository.js';
import { LeasesRepository } from './leases.repository.js';
import { PausesRepository } from './pauses.repository.js';
import { People } from './people.js';
import { PersonalCheckIns } from './personal-check-ins.js';
import { Probes } from './probes.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { ReconciliationRepository } from './reconciliation.repository.js';
import { Reconciliation } from './reconciliation.js';
import { Reopening } from './reopening.js';
import { PlainSightingsRepository } from './plain-sightings.repository.js';
import { TypedCheckIns } from './typed-check-ins.js';
import { ValidationWorker } from './validation-worker.js';

const storage = [
  CheckInsRepository,
  JoinsRepository,
  PlainSightingsRepository,
  LeasesRepository,
  PausesRepository,
  AnswersRepository,
  AskingRepository,
  DeadlinesRepository,
  CheckInListRepository,
  DeskTodayRepository,
];
const arrival = [People, CheckInIntake, IntakeWorker, PersonalCheckIns];
const calling = [GymHealth, GymCalls, Endings, AnswerRecords, Calls, ValidationWorker];
const asking = [Asking, Probes, Reopening];
const deadlines = [DeadlineNotices, Deadlines, DeadlineWorker];
const desk = [DeskEntries, TypedCheckIns, FrontDesk, DeskView, DeskToday, ConnectionTest];
const reconciling = [Reconciliation, ReconciliationRepository];

/**
 * Purpose: when a visit counts: check-in states, the calls to Wellhub, deadlines, front desk, reconciliation.
 * Owns: check_ins, check_in_transitions, wellhub_pauses.
 * Offers: CheckInValidation, GymCalls, DeskView, DeskToday, entryFactsSql, handOverSql, admitProvisionallySql.
 * Depends on: partners, customers, event-webhooks, visits, wellhub, wellhub-inbox.
 * Promises: one call at a time per check-in; what Wellhub answered is recorded once, with its event and audit row.
 */
@Module({
  imports: [
    WellhubModule,
    PartnersModule,
    CustomersModule,
    EventWebhooksModule,
    VisitsModule,
    WellhubInboxModule,
  ],
  controllers: [CheckInsAdminController, ConnectionTestController, ReconciliationController],
  providers: [
    ...storage,
    ...arrival,
    ...calling,
    ...asking,
    ...deadlines,
    ...desk,
    ...reconciling,
    CheckInValidation,
  ],
  exports: [CheckInValidation, GymCalls, DeskView, DeskToday],
})
export class CheckInValidationModule {}
