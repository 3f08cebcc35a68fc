import { ExchangeLog } from '../device-wire/exchange-log.js';
import { FIRST_SETTINGS, type DeviceSettings } from '../device-wire/device-settings.js';
import { AccessLogs } from './access-logs.js';
import { Arm } from './arm.js';
import { DeviceLine } from './device-line.js';
import { DeviceMemory } from './device-memory.js';
import { OperatingModes } from './operating-mode.js';

/** What the functions of the device share. */
export class DeviceParts {
  settings: DeviceSettings = FIRST_SETTINGS;
  readonly exchanges = new ExchangeLog();
  readonly line = new DeviceLine(this.exchanges);
  readonly memory = new DeviceMemory();
  readonly logs = new AccessLogs(this.memory);
  readonly arm = new Arm();
  readonly modes = new OperatingModes();

  /** Unix seconds of the device's own clock. */
  now(): number {
    return Math.floor(Date.now() / 1_000) + this.settings.clockSkewSeconds;
  }
}
