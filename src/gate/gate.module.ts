import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessRulesModule } from '../access-rules/index.js';
import { AccessCodesModule } from '../access-codes/index.js';
import { CheckInValidationModule } from '../check-in-validation/index.js';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { PartnersModule } from '../partners/index.js';
import { VisitsModule } from '../visits/index.js';
import { AccessCheckAdminController } from './access-check/access-check-admin.controller.js';
import { AccessCheckRepository } from './access-check/access-check.repository.js';
import { AccessCheck } from './access-check/access-check.js';
import { AggregatorController } from './aggregator/aggregator.controller.js';
import { AggregatorRepository } from './aggregator/aggregator.repository.js';
import { Aggregator } from './aggregator/aggregator.js';
import { CardReaderController } from './door/card-reader.controller.js';
import { GatePersonalData } from './decisions/gate.personal-data.js';
import { DecisionsRepository } from './decisions/decisions.repository.js';
import { DecisionsAdminController } from './decisions/decisions-admin.controller.js';
import { DeviceEntity } from './devices/device.entity.js';
import { DeviceProof } from './devices/device-proof.js';
import { DevicesController } from './devices/devices.controller.js';
import { Devices } from './devices/devices.js';
import { DevicesRepository } from './devices/devices.repository.js';
import { GateRepository } from './door/gate.repository.js';
import { DryRunsAdminController } from './door/dry-runs-admin.controller.js';
import { Gate } from './door/gate.js';
import { Refusals } from './door/refusals.js';
import { Passages } from './passages/passages.js';
import { PassagesRepository } from './passages/passages.repository.js';
import { SeenPeople } from './decisions/seen-people.js';
import { CountedGate } from './door/counted-gate.js';
import { StorageOutage } from './door/storage-outage.js';
import { UnknownScanCounter } from './door/unknown-scan-counter.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';

keepInWipes('devices');

/**
 * Purpose: the door: devices, scans, decisions. Owns: devices, gate_decisions, gate_nonces, gate_passages, gate_tries.
 * Offers: CountedGate, Devices, Passages, StorageOutage. Depends on: access-codes, check-in-validation, visits, customers, event-webhooks, partners,
 * wellhub, access-rules, user-registration.
 * Promises: a code opens once; a decision is one statement and one transaction; the door never waits for a receiver.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([DeviceEntity]),
    PartnersModule,
    CustomersModule,
    EventWebhooksModule,
    VisitsModule,
    AccessCodesModule,
    AccessRulesModule,
    CheckInValidationModule,
  ],
  controllers: [
    CardReaderController,
    AggregatorController,
    DevicesController,
    DecisionsAdminController,
    DryRunsAdminController,
    AccessCheckAdminController,
  ],
  providers: [
    AccessCheck,
    AccessCheckRepository,
    DeviceProof,
    Aggregator,
    AggregatorRepository,
    Devices,
    DevicesRepository,
    GatePersonalData,
    DecisionsRepository,
    Gate,
    GateRepository,
    Passages,
    PassagesRepository,
    Refusals,
    CountedGate,
    SeenPeople,
    StorageOutage,
    UnknownScanCounter,
  ],
  exports: [AccessCheck, CountedGate, Devices, Passages, StorageOutage],
})
export class GateModule {}
