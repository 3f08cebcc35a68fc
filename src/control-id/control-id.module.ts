import { Module } from '@nestjs/common';
import { GateModule } from '../gate/index.js';
import { PartnersModule } from '../partners/index.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';
import { DeviceAddresses } from './address/device-addresses.js';
import { DeviceFinder } from './address/device-finder.js';
import { DeviceSecrets } from './address/device-secrets.js';
import { FormerAddresses } from './address/former-addresses.js';
import { KnownDevices } from './address/known-devices.js';
import { WrongSecrets } from './address/wrong-secrets.js';
import { CardLearning } from './card-learning/card-learning.js';
import { DeviceAdministration } from './administration/device-administration.js';
import { DevicesAdminController } from './administration/devices-admin.controller.js';
import { DeviceAdmission } from './calls/device-admission.js';
import { DeviceCallsController } from './calls/device-calls.controller.js';
import { DeviceCalls } from './calls/device-calls.js';
import { DeviceRoutes } from './calls/device-routes.js';
import { OddCalls } from './calls/odd-calls.js';
import { AccessCodesModule } from '../access-codes/index.js';
import { CheckInValidationModule } from '../check-in-validation/index.js';
import { CustomersModule } from '../customers/index.js';
import { VisitsModule } from '../visits/index.js';
import { ContactAlerts } from './contact/contact-alerts.js';
import { SilenceWorker } from './contact/silence.worker.js';
import { DeviceEventsAdminController } from './device-events/device-events-admin.controller.js';
import { DeviceEventsPersonalData } from './device-events/device-events.personal-data.js';
import { DeviceEventsRepository } from './device-events/device-events.repository.js';
import { LogIntake } from './logs/log-intake.js';
import { LogsRepository } from './logs/logs.repository.js';
import { LogNotifications } from './logs/log-notifications.js';
import { LogFetches } from './logs/log-fetches.js';
import { LogMatches } from './logs/log-matches.js';
import { LogPages } from './logs/log-pages.js';
import { LogStorage } from './logs/log-storage.js';
import { OfflinePasses } from './logs/offline-passes.js';
import { Alive } from './monitor/alive.js';
import { ExitButton } from './monitor/exit-button.js';
import { MonitorNotifications } from './monitor/monitor-notifications.js';
import { ReportedModes } from './monitor/reported-modes.js';
import { NotificationKinds } from './notifications/notification-kinds.js';
import { NotificationRoutes } from './notifications/notification-routes.js';
import { Notifications } from './notifications/notifications.js';
import { NotificationsRepository } from './notifications/notifications.repository.js';
import { NotificationsWorker } from './notifications/notifications.worker.js';
import { SetupAdminController } from './administration/setup-admin.controller.js';
import { DeviceSetups } from './setup/device-setups.js';
import { CommandsAdminController } from './administration/commands-admin.controller.js';
import { RemoteControl } from './administration/remote-control.js';
import { CommandResults } from './push/command-results.js';
import { Commands } from './push/commands.js';
import { CommandsRepository } from './push/commands.repository.js';
import { DevicesWithCommands } from './push/devices-with-commands.js';
import { WaitingCommands } from './push/waiting-commands.js';
import { PushCalls } from './push/push-calls.js';
import { Contacts } from './contact/contacts.js';
import { ContactsRepository } from './contact/contacts.repository.js';
import { ScanRoutes } from './scans/scan-routes.js';
import { Scans } from './scans/scans.js';
import { RotationAlerts } from './turns/rotation-alerts.js';
import { RotationSides } from './turns/rotation-sides.js';
import { Rotations } from './turns/rotations.js';
import { UnconfirmedPassagesWorker } from './turns/unconfirmed-passages.worker.js';
import { DeviceSettingsRepository } from './device-settings/device-settings.repository.js';

keepInWipes('control_id_devices', 'control_id_secrets');

const contact = [Contacts, ContactsRepository, ContactAlerts, SilenceWorker];
const monitor = [
  DeviceEventsRepository,
  DeviceEventsPersonalData,
  NotificationKinds,
  NotificationRoutes,
  Notifications,
  NotificationsRepository,
  NotificationsWorker,
  Alive,
  ExitButton,
  MonitorNotifications,
  ReportedModes,
];
const commands = [
  CommandResults,
  Commands,
  CommandsRepository,
  PushCalls,
  RemoteControl,
  DevicesWithCommands,
  WaitingCommands,
];
const logs = [
  LogIntake,
  LogsRepository,
  LogFetches,
  LogMatches,
  LogNotifications,
  LogPages,
  LogStorage,
  OfflinePasses,
];

/**
 * Purpose: Control iD devices: what they call, what they fetch, how they are set up; and the administration of devices
 * of all vendors. Owns: control_id_devices, control_id_secrets, control_id_contacts, control_id_commands,
 * control_id_notifications, control_id_device_events, control_id_card_learning. Offers: DeviceAdministration, DeviceSecrets. Depends on: gate,
 * check-in-validation, visits, access-codes, customers, partners.
 * Promises: a wrong secret learns nothing; no answer opens by default; the secret stands in no log, trace or metric.
 */
@Module({
  imports: [
    PartnersModule,
    CustomersModule,
    VisitsModule,
    CheckInValidationModule,
    AccessCodesModule,
    GateModule,
  ],
  controllers: [
    DeviceCallsController,
    DevicesAdminController,
    DeviceEventsAdminController,
    SetupAdminController,
    CommandsAdminController,
  ],
  providers: [
    ...contact,
    ...monitor,
    ...logs,
    ...commands,
    CardLearning,
    DeviceAddresses,
    DeviceAdministration,
    DeviceAdmission,
    DeviceCalls,
    DeviceFinder,
    FormerAddresses,
    DeviceRoutes,
    DeviceSecrets,
    DeviceSettingsRepository,
    DeviceSetups,
    KnownDevices,
    OddCalls,
    ScanRoutes,
    Scans,
    RotationAlerts,
    Rotations,
    RotationSides,
    UnconfirmedPassagesWorker,
    WrongSecrets,
  ],
  exports: [DeviceAdministration, DeviceSecrets],
})
export class ControlIdModule {}
