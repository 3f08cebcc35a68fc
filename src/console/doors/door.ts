import type { ListedControlId, DeviceContact } from '../control-id/control-id-device.js';
import type { Tone } from '../frame/list.js';

export type DoorDirection = 'IN' | 'OUT' | 'BOTH';
export const DOOR_DIRECTIONS: readonly DoorDirection[] = ['IN', 'OUT', 'BOTH'];

export const DOOR_VENDORS = ['GENERIC', 'CONTROL_ID'] as const;
export type DoorVendor = (typeof DOOR_VENDORS)[number];

/** A door as the administration API shows it. */
export interface Door {
  readonly id: number;
  readonly gymId: number;
  readonly name: string;
  readonly direction: DoorDirection;
  readonly active: boolean;
  readonly hasToken: boolean;
  readonly repeatWindowSeconds: number;
  /** Null: none in the last 30 days. */
  readonly lastScanAt: string | null;
  readonly vendor: DoorVendor;
  /** Of a device of this vendor. */
  readonly controlId?: ListedControlId;
  readonly contact?: DeviceContact;
}

export interface DoorPage {
  readonly items: readonly Door[];
  readonly nextCursor: string | null;
}

export type DoorStatus = 'ON' | 'OFF' | 'NEW';
export const STATE_TONES: Record<DoorStatus, Tone> = { ON: 'good', OFF: 'off', NEW: 'ask' };

/** A device of another vendor has its secret from the beginning. */
export const hasSecret = ({ hasToken, vendor }: Door): boolean => hasToken || vendor !== 'GENERIC';

export const stateOf = (door: Door): DoorStatus =>
  hasSecret(door) ? (door.active ? 'ON' : 'OFF') : 'NEW';

export type StepOutcome = 'PASSED' | 'FAILED' | 'NOT_NEEDED' | 'NOT_REACHED';

export interface DryRun {
  readonly opens: boolean;
  readonly result: string;
  readonly customerId: number | null;
  readonly direction: 'IN' | 'OUT' | null;
  readonly steps: readonly { readonly check: string; readonly outcome: StepOutcome }[];
}

export interface Decision {
  readonly id: string;
  readonly at: string;
  readonly deviceId: number | null;
  readonly result: string;
  readonly customerId: number | null;
  readonly dryRun: boolean;
}

export interface DecisionPage {
  readonly items: readonly Decision[];
  readonly nextCursor: string | null;
}
