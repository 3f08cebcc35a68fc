import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WellhubModule } from '../wellhub/index.js';
import { AccessPolicyMarksRepository } from './gyms/access-policy-marks.repository.js';
import { BrandAdminController } from './administration/brand-admin.controller.js';
import { Brands } from './brand/brands.js';
import { LogosRepository } from './brand/logos.repository.js';
import { GymEntity } from './gyms/gym.entity.js';
import { GymSecretsBox } from './administration/gym-secrets.js';
import { GymsAdminController } from './administration/gyms-admin.controller.js';
import { Gyms } from './gyms/gyms.js';
import { GymsRepository } from './gyms/gyms.repository.js';
import { PartnerEntity } from './partners/partner.entity.js';
import { PartnersAdminController } from './administration/partners-admin.controller.js';
import { Partners } from './partners/partners.js';
import { TestEnvironmentWipes } from './partners/test-environment-wipes.worker.js';
import { TestEnvironments } from './partners/test-environments.js';
import { ReservedSlugs } from './partners/reserved-slugs.js';
import { PartnersRepository } from './partners/partners.repository.js';
import { SetupAccesses } from './wellhub-setup/setup-access.js';
import { StudiosController } from './gyms/studios.controller.js';
import { StoredTimeZones } from './time-zones/stored-time-zones.js';
import { Studios } from './gyms/studios.js';
import { TimeZonesRepository } from './time-zones/time-zones.repository.js';
import { UsageAccesses } from './wellhub-connections/usage-access.js';
import { WellhubAddresses } from './wellhub-connections/wellhub-addresses.js';
import { SimulatorAddress, WellhubAccesses } from './wellhub-connections/wellhub-access.js';
import { WellhubConnectionEntity } from './wellhub-connections/wellhub-connection.entity.js';
import { WellhubConnections } from './wellhub-connections/wellhub-connections.js';
import { WellhubConnectionsRepository } from './wellhub-connections/wellhub-connections.repository.js';
import { WellhubHooks } from './wellhub-connections/wellhub-hooks.js';
import { WellhubHooksRefresh } from './wellhub-connections/wellhub-hooks-refresh.js';
import { TestEnvironmentsAdminController } from './administration/test-environments-admin.controller.js';
import { WellhubSetupAdminController } from './wellhub-setup/wellhub-setup-admin.controller.js';
import { WellhubSetup } from './wellhub-setup/wellhub-setup.js';

const facades = [
  Partners,
  TestEnvironments,
  Gyms,
  WellhubConnections,
  WellhubHooks,
  WellhubAccesses,
  SimulatorAddress,
  Studios,
  UsageAccesses,
  Brands,
  AccessPolicyMarksRepository,
];

/**
 * Purpose: our tenants, their gyms, how each reaches Wellhub. Owns: partners, gyms, partner_logos,
 * wellhub_connections.
 * Offers: Partners, Brands, Gyms, WellhubConnections, WellhubHooks, WellhubAccesses, UsageAccesses. Depends on: wellhub.
 * Promises: secrets are encrypted and write-only; a change counts on this replica at once, on others within 5 s.
 */
@Module({
  imports: [
    WellhubModule,
    TypeOrmModule.forFeature([PartnerEntity, GymEntity, WellhubConnectionEntity]),
  ],
  controllers: [
    BrandAdminController,
    PartnersAdminController,
    WellhubSetupAdminController,
    TestEnvironmentsAdminController,
    GymsAdminController,
    StudiosController,
  ],
  providers: [
    ...facades,
    GymSecretsBox,
    GymsRepository,
    LogosRepository,
    PartnersRepository,
    ReservedSlugs,
    SetupAccesses,
    WellhubSetup,
    TestEnvironmentWipes,
    TimeZonesRepository,
    StoredTimeZones,
    WellhubConnectionsRepository,
    WellhubAddresses,
    WellhubHooksRefresh,
  ],
  exports: facades,
})
export class PartnersModule {}
