import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WellhubModule } from '../wellhub/index.js';
import { GymEntity } from './gym.entity.js';
import { GymSecretsBox } from './gym-secrets.js';
import { GymsAdminController } from './gyms-admin.controller.js';
import { Gyms } from './gyms.js';
import { PartnerEntity } from './partner.entity.js';
import { PartnersAdminController } from './partners-admin.controller.js';
import { Partners } from './partners.js';
import { SetupAccesses } from './setup-access.js';
import { StudiosController } from './studios.controller.js';
import { StoredTimeZones } from './stored-time-zones.js';
import { Studios } from './studios.js';
import { TimeZonesRepository } from './time-zones.repository.js';
import { UsageAccesses } from './usage-access.js';
import { SimulatorAddress, WellhubAccesses } from './wellhub-access.js';
import { WellhubConnectionEntity } from './wellhub-connection.entity.js';
import { WellhubConnections } from './wellhub-connections.js';
import { WellhubHooks } from './wellhub-hooks.js';
import { WellhubSetupAdminController } from './wellhub-setup-admin.controller.js';
import { WellhubSetup } from './wellhub-setup.js';

const facades = [
  Partners,
  Gyms,
  WellhubConnections,
  WellhubHooks,
  WellhubAccesses,
  SimulatorAddress,
  Studios,
  UsageAccesses,
];

/**
 * Purpose: our tenants, their gyms, how each reaches Wellhub. Owns: partners, gyms, wellhub_connections.
 * Offers: Partners, Gyms, WellhubConnections, WellhubHooks, WellhubAccesses, UsageAccesses. Depends on: wellhub.
 * Promises: secrets are sealed and write-only; what changed counts here at once, elsewhere within 5 s.
 */
@Module({
  imports: [
    WellhubModule,
    TypeOrmModule.forFeature([PartnerEntity, GymEntity, WellhubConnectionEntity]),
  ],
  controllers: [
    PartnersAdminController,
    WellhubSetupAdminController,
    GymsAdminController,
    StudiosController,
  ],
  providers: [
    ...facades,
    GymSecretsBox,
    SetupAccesses,
    WellhubSetup,
    TimeZonesRepository,
    StoredTimeZones,
  ],
  exports: facades,
})
export class PartnersModule {}
