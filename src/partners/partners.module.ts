import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GymEntity } from './gym.entity.js';
import { GymSecretsBox } from './gym-secrets.js';
import { GymsAdminController } from './gyms-admin.controller.js';
import { Gyms } from './gyms.js';
import { PartnerEntity } from './partner.entity.js';
import { PartnersAdminController } from './partners-admin.controller.js';
import { Partners } from './partners.js';
import { Studios } from './studios.js';
import { SimulatorAddress, WellhubAccesses } from './wellhub-access.js';
import { WellhubConnectionEntity } from './wellhub-connection.entity.js';
import { WellhubConnections } from './wellhub-connections.js';
import { WellhubHooks } from './wellhub-hooks.js';

const facades = [
  Partners,
  Gyms,
  WellhubConnections,
  WellhubHooks,
  WellhubAccesses,
  SimulatorAddress,
  Studios,
];

/**
 * Purpose: our tenants, their gyms, how each reaches Wellhub. Owns: partners, gyms, wellhub_connections.
 * Offers: Partners, Gyms, WellhubConnections, WellhubHooks, WellhubAccesses. Depends on: wellhub.
 * Promises: secrets are sealed and write-only; what changed counts here at once, elsewhere within 5 s.
 */
@Module({
  imports: [TypeOrmModule.forFeature([PartnerEntity, GymEntity, WellhubConnectionEntity])],
  controllers: [PartnersAdminController, GymsAdminController],
  providers: [...facades, GymSecretsBox],
  exports: facades,
})
export class PartnersModule {}
