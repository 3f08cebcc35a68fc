import type { Scan } from '../scan/scan.js';

/**
 * Devices at gyms with a policy, as this process met them last: their scans go to the statement with rules at once.
 * A device that is missing costs a second statement, one that is here without need a slower one; both decide the same.
 */
export class RuledDevices {
  private readonly devices = new Set<string>();

  has(scan: Scan): boolean {
    return this.devices.size > 0 && this.devices.has(nameOf(scan));
  }

  /** @param isRuled null for an unknown device: invented tokens must not fill the memory */
  remember(scan: Scan, isRuled: boolean | null): void {
    if (isRuled) this.devices.add(nameOf(scan));
    else if (this.devices.size > 0) this.devices.delete(nameOf(scan));
  }
}

const nameOf = ({ tokenHash, device }: Scan): string =>
  device ? `${device.partnerId} ${device.id}` : (tokenHash?.toString('base64') ?? '');
