import { Module, type DynamicModule } from '@nestjs/common';
import { PartnerAuthModule } from './partner-auth/index.js';
import { PartnersModule } from './partners/index.js';
import type { Settings } from './platform/config/settings.js';
import { PlatformModule } from './platform/platform.module.js';

/** Every room of the house. The order is the graph's: each may ask only those before it. */
const ROOMS = [PartnersModule, PartnerAuthModule];

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(settings), ...ROOMS] };
  }
}
