import type { DeviceEntity } from './device.entity.js';

/** A device as other rooms see it. */
export type Device = Readonly<DeviceEntity>;
