import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { PartnersModule } from '../partners/index.js';
import { VisitsModule } from '../visits/index.js';
import { WellhubModule } from '../wellhub/index.js';
import { WellhubInboxModule } from '../wellhub-inbox/index.js';
import { AnswerRecorder } from './validation/answer-recorder.js';
import { AnswersRepository } from './validation/answers.repository.js';
import { ValidationWaiter } from './validation/validation-waiter.js';
import { ValidationCandidatesRepository } from './validation/validation-candidates.repository.js';
import { ValidationCalls } from './validation/validation-calls.js';
import { CheckInIntake } from './intake/check-in-intake.js';
import { CheckInListRepository } from './front-desk/check-in-list.repository.js';
import { CheckInValidation } from './validation/check-in-validation.js';
import { CheckInsAdminController } from './front-desk/check-ins-admin.controller.js';
import { CheckInsRepository } from './check-ins/check-ins.repository.js';
import { ConnectionTestController } from './validation/connection-test.controller.js';
import { ConnectionTestsRepository } from './validation/connection-tests.repository.js';
import { ConnectionTest } from './validation/connection-test.js';
import { DeadlineAlerts } from './deadlines/deadline-alerts.js';
import { CheckInDeadlineWorker } from './deadlines/deadline.worker.js';
import { DeadlinesRepository } from './deadlines/deadlines.repository.js';
import { Deadlines } from './deadlines/deadlines.js';
import { DeskVisits } from './front-desk/desk-visits.js';
import { DeskTodayRepository } from './front-desk/todays-check-ins.repository.js';
import { TodaysCheckIns } from './front-desk/todays-check-ins.js';
import { AccessWarningsRepository } from './front-desk/access-warnings.repository.js';
import { DeskCheckIns } from './front-desk/desk-check-ins.js';
import { CheckInCounts } from './check-ins/check-in-counts.js';
import { CheckInTransitions } from './check-ins/check-in-transitions.js';
import { DeskValidation } from './front-desk/desk-validation.js';
import { WellhubCallGate } from './wellhub-calls/wellhub-call-gate.js';
import { CredentialsHealth } from './wellhub-calls/credentials-health.js';
import { CheckInIntakeWorker } from './intake/check-in-intake.worker.js';
import { EventMatchingRepository } from './intake/event-matching.repository.js';
import { ValidationLeasesRepository } from './validation/validation-leases.repository.js';
import { CallPausesRepository } from './wellhub-calls/call-pauses.repository.js';
import { CustomerResolver } from './intake/customer-resolver.js';
import { CheckInsPersonalData } from './check-ins/check-ins.personal-data.js';
import { OfflineEntries } from './validation/offline-entries.js';
import { OfflineEntriesRepository } from './validation/offline-entries.repository.js';
import { ProbeCheckIns } from './validation/probe-check-ins.js';
import { ExpectedPeople } from './missing-webhooks/expected-people.js';
import { MissingWebhooksAdminController } from './missing-webhooks/missing-webhooks-admin.controller.js';
import { MissingWebhooks } from './missing-webhooks/missing-webhooks.js';
import { ProbeRound } from './missing-webhooks/probe-round.js';
import { RegularsRepository } from './missing-webhooks/regulars.repository.js';
import { ReconciliationController } from './reconciliation/reconciliation.controller.js';
import { ReconciliationRepository } from './reconciliation/reconciliation.repository.js';
import { EvidenceRepository } from './reconciliation/evidence.repository.js';
import { RememberedColumnsRepository } from './reconciliation/remembered-columns.repository.js';
import { Reconciliation } from './reconciliation/reconciliation.js';
import { CheckInReopening } from './validation/check-in-reopening.js';
import { KnownCustomersRepository } from './intake/known-customers.repository.js';
import { ManualCheckIns } from './front-desk/manual-check-ins.js';
import { ValidationWorker } from './validation/validation.worker.js';
import { CheckInGaugesRepository } from './check-ins/check-in-gauges.repository.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';

keepInWipes('report_columns', 'wellhub_connection_tests');

const storage = [
  CheckInsRepository,
  EventMatchingRepository,
  KnownCustomersRepository,
  ValidationLeasesRepository,
  CallPausesRepository,
  AnswersRepository,
  ValidationCandidatesRepository,
  OfflineEntriesRepository,
  DeadlinesRepository,
  CheckInListRepository,
  DeskTodayRepository,
];
const arrival = [CustomerResolver, CheckInIntake, CheckInIntakeWorker, CheckInsPersonalData];
const calling = [
  CredentialsHealth,
  WellhubCallGate,
  CheckInCounts,
  CheckInTransitions,
  AnswerRecorder,
  ValidationCalls,
  ValidationWorker,
];
const onDemand = [ValidationWaiter, ProbeCheckIns, CheckInReopening, OfflineEntries];
const deadlines = [DeadlineAlerts, Deadlines, CheckInDeadlineWorker];
const desk = [
  AccessWarningsRepository,
  DeskVisits,
  ManualCheckIns,
  DeskValidation,
  DeskCheckIns,
  TodaysCheckIns,
  ConnectionTestsRepository,
  ConnectionTest,
];
const reconciling = [
  Reconciliation,
  ReconciliationRepository,
  EvidenceRepository,
  RememberedColumnsRepository,
];
const missing = [ExpectedPeople, RegularsRepository, ProbeRound, MissingWebhooks];

/**
 * Purpose: when a visit counts: check-in states, the calls to Wellhub, deadlines, front desk, reconciliation.
 * Owns: check_ins, check_in_transitions, wellhub_pauses, report_columns,
 * wellhub_connection_tests.
 * Offers: CheckInValidation, OfflineEntries, WellhubCallGate, DeskCheckIns, TodaysCheckIns, ExpectedPeople, entryFactsSql, handOverSql,
 * markEntriesSql.
 * Depends on: partners, customers, event-webhooks, visits, access-rules, user-registration, wellhub,
 * wellhub-inbox.
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
  controllers: [
    CheckInsAdminController,
    ConnectionTestController,
    ReconciliationController,
    MissingWebhooksAdminController,
  ],
  providers: [
    CheckInGaugesRepository,
    ...storage,
    ...arrival,
    ...calling,
    ...onDemand,
    ...deadlines,
    ...desk,
    ...reconciling,
    ...missing,
    CheckInValidation,
  ],
  exports: [
    CheckInValidation,
    OfflineEntries,
    WellhubCallGate,
    DeskCheckIns,
    TodaysCheckIns,
    ExpectedPeople,
  ],
})
export class CheckInValidationModule {}
