import { Module } from '@nestjs/common';
import { GateModule } from '../gate/index.js';
import { PartnersModule } from '../partners/index.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';
import { DeviceFinder } from './address/device-finder.js';
import { DeviceSecrets } from './address/device-secrets.js';
import { KnownDevices } from './address/known-devices.js';
import { WrongSecrets } from './address/wrong-secrets.js';
import { DeviceAdministration } from './administration/device-administration.js';
import { DevicesAdminController } from './administration/devices-admin.controller.js';
import { DeviceAdmission } from './calls/device-admission.js';
import { DeviceCallsController } from './calls/device-calls.controller.js';
import { DeviceCalls } from './calls/device-calls.js';
import { DeviceRoutes } from './calls/device-routes.js';
import { OddCalls } from './calls/odd-calls.js';
import { Contacts } from './contact/contacts.js';
import { ContactsRepository } from './contact/contacts.repository.js';
import { DeviceSettingsRepository } from './device-settings/device-settings.repository.js';

keepInWipes('control_id_devices', 'control_id_secrets');

/**
 * Purpose: Control iD devices: what they call, what they fetch, how they are set up; and the administration of devices
 * of all vendors. Owns: control_id_devices, control_id_secrets, control_id_contacts, control_id_commands. Offers:
 * nothing. Depends on: gate, partners.
 * Promises: a wrong secret learns nothing; no answer opens by default; the secret stands in no log, trace or metric.
 */
@Module({
  imports: [PartnersModule, GateModule],
  controllers: [DeviceCallsController, DevicesAdminController],
  providers: [
    Contacts,
    ContactsRepository,
    DeviceAdministration,
    DeviceAdmission,
    DeviceCalls,
    DeviceFinder,
    DeviceRoutes,
    DeviceSecrets,
    DeviceSettingsRepository,
    KnownDevices,
    OddCalls,
    WrongSecrets,
  ],
})
export class ControlIdModule {}
