import type { Direction } from '../../gate/index.js';
import type { ControlIdSettings } from './control-id-settings.js';

/** Which device is meant. */
export interface OfDevice {
  readonly partnerId: string;
  readonly id: number;
}

/** A Control iD device whose secret was shown, as its calls need it. */
export interface ControlIdDevice {
  readonly partnerId: string;
  readonly gymId: number;
  /** Of our record; the maker's own number is `settings.deviceId`. */
  readonly id: number;
  readonly direction: Direction;
  readonly repeatWindowSeconds: number;
  /** Of its gym. */
  readonly language: string;
  readonly settings: ControlIdSettings;
  /** Monotonic ms; absent for all that were not asked to. */
  readonly learnsCardsUntil?: number;
  /** Monotonic ms; of one that called at an address that it had before: when that ends. */
  readonly formerUntil?: number;
  /** It got another address lately. */
  readonly wasMoved?: boolean;
}

/** Which device an alert is about. */
export const alertObject = ({ id }: Pick<ControlIdDevice, 'id'>): string => `device/${id}`;
