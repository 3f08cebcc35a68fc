import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { PartnersModule } from '../partners/index.js';
import { VisitsModule } from '../visits/index.js';
import { WellhubModule } from '../wellhub/index.js';
import { WellhubInboxModule } from '../wellhub-inbox/index.js';
import { AnswerRecords } from './validation/answer-recorder.js';
import { AnswersRepository } from './validation/answers.repository.js';
import { Asking } from './validation/validation-waiter.js';
import { AskingRepository } from './validation/validation-candidates.repository.js';
import { Calls } from './validation/validation-calls.js';
import { CheckInIntake } from './intake/check-in-intake.js';
import { CheckInListRepository } from './front-desk/check-in-list.repository.js';
import { CheckInValidation } from './validation/check-in-validation.js';
import { CheckInsAdminController } from './front-desk/check-ins-admin.controller.js';
import { CheckInsRepository } from './check-ins/check-ins.repository.js';
import { ConnectionTestController } from './validation/connection-test.controller.js';
import { ConnectionTest } from './validation/connection-test.js';
import { DeadlineNotices } from './deadlines/deadline-alerts.js';
import { DeadlineWorker } from './deadlines/deadline.worker.js';
import { DeadlinesRepository } from './deadlines/deadlines.repository.js';
import { Deadlines } from './deadlines/deadlines.js';
import { DeskEntries } from './front-desk/desk-visits.js';
import { DeskTodayRepository } from './front-desk/todays-check-ins.repository.js';
import { DeskToday } from './front-desk/todays-check-ins.js';
import { DeskView } from './front-desk/desk-check-ins.js';
import { Endings } from './check-ins/check-in-transitions.js';
import { FrontDesk } from './front-desk/desk-validation.js';
import { GymCalls } from './wellhub-calls/wellhub-call-gate.js';
import { GymHealth } from './wellhub-calls/credentials-health.js';
import { IntakeWorker } from './intake/check-in-intake.worker.js';
import { JoinsRepository } from './intake/event-matching.repository.js';
import { LeasesRepository } from './validation/validation-leases.repository.js';
import { PausesRepository } from './wellhub-calls/call-pauses.repository.js';
import { People } from './intake/customer-resolver.js';
import { PersonalCheckIns } from './check-ins/check-ins.personal-data.js';
import { Probes } from './validation/probe-check-ins.js';
import { ReconciliationController } from './reconciliation/reconciliation.controller.js';
import { ReconciliationRepository } from './reconciliation/reconciliation.repository.js';
import { Reconciliation } from './reconciliation/reconciliation.js';
import { Reopening } from './validation/check-in-reopening.js';
import { PlainSightingsRepository } from './intake/known-customers.repository.js';
import { TypedCheckIns } from './front-desk/manual-check-ins.js';
import { ValidationWorker } from './validation/validation.worker.js';

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
