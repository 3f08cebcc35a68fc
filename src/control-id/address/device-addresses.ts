import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { DeviceSecrets, SECRET_PLACE } from './device-secrets.js';
import type { OfDevice } from '../device-settings/control-id-device.js';
import { KnownDevices } from './known-devices.js';

export interface MovedAddress {
  readonly address: string;
  /** Until when addresses before it work. */
  readonly previousUntil: Date;
}

/** What devices are given as their server: their calls append a path. */
@Injectable()
export class DeviceAddresses {
  constructor(
    private readonly secrets: DeviceSecrets,
    private readonly known: KnownDevices,
    private readonly settings: Settings,
  ) {}

  async of(device: OfDevice): Promise<string> {
    return this.addressWith(await this.secrets.read(device));
  }

  /** Until when an address before works, or did within the last 30 days; null: it had no other. */
  formerUntil(device: OfDevice): Promise<Date | null> {
    return this.secrets.formerUntil(device);
  }

  /** With a place for the secret. */
  withoutSecret(): string {
    return this.addressWith(SECRET_PLACE);
  }

  /** Gives a device another address. */
  async move(device: OfDevice, graceSeconds: number): Promise<MovedAddress> {
    const { clear, othersEndAt } = await this.secrets.rotate(device, graceSeconds);
    this.known.forget();
    return { address: this.addressWith(clear), previousUntil: othersEndAt };
  }

  private addressWith(secret: string): string {
    return `${this.settings.controlIdUrl}/cid/${secret}`;
  }
}
