import { Module, type DynamicModule } from '@nestjs/common';
import { AccessCodesModule } from './access-codes/index.js';
import { AccessRulesModule } from './access-rules/index.js';
import { AccountsModule } from './accounts/index.js';
import { AlertNotificationsModule } from './alert-notifications/index.js';
import { ApiDocsModule } from './api-docs/index.js';
import { BookingsModule } from './bookings/index.js';
import { CheckInValidationModule } from './check-in-validation/index.js';
import { ConsoleModule } from './console/index.js';
import { ControlIdModule } from './control-id/index.js';
import { CustomersModule } from './customers/index.js';
import { DoorOutageModule } from './door-outage/index.js';
import { EventWebhooksModule } from './event-webhooks/index.js';
import { GateModule } from './gate/index.js';
import { MailModule } from './mail/index.js';
import { HomeModule, PagesModule } from './pages/index.js';
import { PartnerAuthModule } from './partner-auth/index.js';
import { PartnersModule } from './partners/index.js';
import type { Settings } from './platform/config/settings.js';
import type { Keyring } from './platform/crypto/keyring.js';
import { PlatformModule } from './platform/platform.module.js';
import { UserRegistrationModule } from './user-registration/index.js';
import { StaffModule } from './staff/index.js';
import { SandboxModule } from './sandbox/index.js';
import { MemberHistoryModule } from './member-history/index.js';
import { GoLiveModule } from './go-live/index.js';
import { StatisticsModule } from './statistics/index.js';
import { UsageEventsModule } from './usage-events/index.js';
import { UsersApiModule } from './users-api/index.js';
import { VisitsModule } from './visits/index.js';
import { WellhubInboxModule } from './wellhub-inbox/index.js';
import { errorExamples } from './wire/error-examples.js';

/** Every room of the house. The order is the graph's: each imports only those before it. */
const ROOMS = [
  PartnersModule,
  PartnerAuthModule,
  EventWebhooksModule,
  CustomersModule,
  VisitsModule,
  MailModule,
  AccountsModule,
  StaffModule,
  AlertNotificationsModule,
  UsersApiModule,
  WellhubInboxModule,
  UserRegistrationModule,
  AccessRulesModule,
  CheckInValidationModule,
  AccessCodesModule,
  GateModule,
  ControlIdModule,
  DoorOutageModule,
  BookingsModule,
  UsageEventsModule,
  MemberHistoryModule,
  GoLiveModule,
  StatisticsModule,
  PagesModule,
  ConsoleModule,
  ApiDocsModule.with(errorExamples),
];

@Module({})
export class AppModule {
  static with(settings: Settings, keyring: Keyring): DynamicModule {
    // The bare address belongs to one of them.
    const home = settings.sandbox ? SandboxModule : HomeModule;
    return {
      module: AppModule,
      imports: [PlatformModule.with(settings, keyring), ...ROOMS, home],
    };
  }
}
