import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessCodesModule } from '../access-codes/index.js';
import { CheckInValidationModule } from '../check-in-validation/index.js';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { PartnersModule } from '../partners/index.js';
import { VisitsModule } from '../visits/index.js';
import { AggregatorController } from './aggregator.controller.js';
import { AggregatorRepository } from './aggregator.repository.js';
import { Aggregator } from './aggregator.js';
import { CardReaderController } from './card-reader.controller.js';
import { GatePersonalData } from './gate.personal-data.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionsAdminController } from './decisions-admin.controller.js';
import { DeviceEntity } from './device.entity.js';
import { DeviceProof } from './device-proof.js';
import { DevicesAdminController } from './devices-admin.controller.js';
import { DevicesController } from './devices.controller.js';
import { Devices } from './devices.js';
import { DevicesRepository } from './devices.repository.js';
import { GateRepository } from './gate.repository.js';
import { Gate } from './gate.js';
import { Refusals } from './refusals.js';
import { SeenPeople } from './seen-people.js';
import { StorageOutage } from './storage-outage.js';
import { UnknownScanCounter } from './unknown-scan-counter.js';

/**
 * Purpose: the door: devices, scans, decisions. Owns: devices, gate_decisions, gate_nonces, gate_tries.
 * Offers: Devices, StorageOutage. Depends on: access-codes, check-in-validation, visits, customers, event-webhooks, partners,
 * wellhub.
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
    CheckInValidationModule,
  ],
  controllers: [
    CardReaderController,
    AggregatorController,
    DevicesController,
    DevicesAdminController,
    DecisionsAdminController,
  ],
  providers: [
    DeviceProof,
    Aggregator,
    AggregatorRepository,
    Devices,
    DevicesRepository,
    GatePersonalData,
    DecisionsRepository,
    Gate,
    GateRepository,
    Refusals,
    SeenPeople,
    StorageOutage,
    UnknownScanCounter,
  ],
  exports: [Devices, StorageOutage],
})
export class GateModule {}
