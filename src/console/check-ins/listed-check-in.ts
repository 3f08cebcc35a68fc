import type { Tone } from '../frame/list.js';
import type { Loss } from '../reasons/reason-words.js';

export const RESULT_NAMES = ['PAID', 'WAITING', 'AT_RISK', 'LOST'] as const;
export type ResultName = (typeof RESULT_NAMES)[number];

export const TRAIL_CAUSES = ['WEBHOOK', 'SCAN', 'DESK', 'AGGREGATOR', 'RETRY', 'DEADLINE'] as const;
export type TrailCause = (typeof TRAIL_CAUSES)[number];

export type StateName = 'PENDING' | 'VALIDATED' | 'EXPIRED' | 'CANCELED' | 'NOT_FOUND' | 'REJECTED';

/** A check-in as the administration API shows it: what the screens read. */
export interface ListedCheckIn {
  readonly id: string;
  readonly gymId: number;
  readonly customerId: number;
  readonly gympassId: string;
  readonly state: StateName;
  readonly lostBecause: Loss | null;
  readonly isValidatable: boolean;
  readonly alreadyValidated: boolean;
  readonly overdue: boolean;
  readonly productDescription: string | null;
  readonly bookingNumber: string | null;
  readonly day: string;
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly expiresAt: string;
  readonly validatedAt: string | null;
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastKey: string | null;
}

export interface TrailStep {
  readonly at: string;
  readonly from: StateName | null;
  readonly to: StateName;
  readonly cause: TrailCause;
  readonly attempts: number;
  readonly wellhubStatus: number | null;
  readonly wellhubKey: string | null;
}

export interface CheckInDetail extends ListedCheckIn {
  readonly trail: readonly TrailStep[];
}

export type ShownResult = 'PAID' | 'WAITING' | 'OVERDUE' | 'LOST';

export function resultOf({ state, overdue }: ListedCheckIn): ShownResult {
  if (state === 'VALIDATED') return 'PAID';
  if (state !== 'PENDING') return 'LOST';
  return overdue ? 'OVERDUE' : 'WAITING';
}

export const RESULT_TONES: Record<ShownResult, Tone> = {
  PAID: 'good',
  WAITING: 'wait',
  OVERDUE: 'ask',
  LOST: 'bad',
};
