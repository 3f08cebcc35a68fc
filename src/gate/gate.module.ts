import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessCodesModule } from '../access-codes/index.js';
import { CheckInValidationModule } from '../check-in-validation/index.js';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { PartnersModule } from '../partners/index.js';
import { VisitsModule } from '../visits/index.js';
import { CardReaderController } from './card-reader.controller.js';
import { DecisionHolder } from './decision-holder.js';
import { DeviceEntity } from './device.entity.js';
import { DevicesAdminController } from './devices-admin.controller.js';
import { DevicesController } from './devices.controller.js';
import { Devices } from './devices.js';
import { GateRepository } from './gate.repository.js';
import { Gate } from './gate.js';

/**
 * Purpose: the door: devices, scans, decisions. Owns: devices, gate_decisions, gate_nonces.
 * Offers: Devices. Depends on: access-codes, check-in-validation, visits, customers, event-webhooks, partners.
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
  controllers: [CardReaderController, DevicesController, DevicesAdminController],
  providers: [Devices, DecisionHolder, Gate, GateRepository],
  exports: [Devices],
})
export class GateModule {}
