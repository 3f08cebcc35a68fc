import type { Tone } from '../frame/list.js';

export type DoorDirection = 'IN' | 'OUT' | 'BOTH';
export const DOOR_DIRECTIONS: readonly DoorDirection[] = ['IN', 'OUT', 'BOTH'];

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
}

export interface DoorPage {
  readonly items: readonly Door[];
  readonly nextCursor: string | null;
}

export type DoorStatus = 'ON' | 'OFF' | 'NEW';
export const STATE_TONES: Record<DoorStatus, Tone> = { ON: 'good', OFF: 'off', NEW: 'ask' };

export const stateOf = ({ active, hasToken }: Door): DoorStatus =>
  hasToken ? (active ? 'ON' : 'OFF') : 'NEW';

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
