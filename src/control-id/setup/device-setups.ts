import { Injectable } from '@nestjs/common';
import { DeviceErrors, Devices, type Device } from '../../gate/index.js';
import { Gyms } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { DeviceAddresses } from '../address/device-addresses.js';
import { completed } from '../device-settings/control-id-settings.js';
import { DeviceSettingsRepository } from '../device-settings/device-settings.repository.js';
import type { DeviceSetup } from './setup-steps.js';

/** The address of a device, and with it all that its set-up needs. */
@Injectable()
export class DeviceSetups {
  constructor(
    private readonly devices: Devices,
    private readonly gyms: Gyms,
    private readonly chosen: DeviceSettingsRepository,
    private readonly addresses: DeviceAddresses,
  ) {}

  /** @throws device.not-found, device.other-vendor for what speaks another protocol */
  async device(partnerId: string, id: number, gymId: number | undefined): Promise<Device> {
    const device = await this.devices.get(partnerId, id, gymId);
    if (device.vendor !== 'CONTROL_ID') throw new DomainError(DeviceErrors.otherVendor);
    return device;
  }

  async of(device: Device): Promise<DeviceSetup> {
    const { partnerId, gymId, id } = device;
    const { timeZone } = await this.gyms.get(partnerId, gymId);
    const chosen = await this.chosen.of(partnerId, [id]);
    const address = await this.addresses.of(device);
    const formerUntil = await this.addresses.formerUntil(device);
    return { settings: completed(chosen.get(id) ?? {}), address, timeZone, formerUntil };
  }
}
