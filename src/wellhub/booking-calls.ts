import type { CallTarget } from './breakers.js';

/** What every call of the booking API needs: whose it is, gym and time limit. */
export interface PatchCall extends CallTarget {
  readonly wellhubGymId: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export type BookingStatus = 'RESERVED' | 'REJECTED' | 'CANCELLED_BY_GYM';

export interface BookingDecisionCall extends PatchCall {
  readonly bookingNumber: string;
  readonly status: BookingStatus;
  readonly reason?: string | null;
  readonly reasonCategory?: string | null;
}

export interface SlotCall extends PatchCall {
  readonly classId: string;
  readonly slotId: string;
  readonly totalBooked: number;
  readonly totalCapacity?: number | null;
}

/** Why a booking is not taken, in the words that Wellhub accepts (section 6). */
export const REASON_CATEGORIES = [
  'CLASS_IS_FULL',
  'USAGE_RESTRICTION',
  'USER_IS_ALREADY_BOOKED',
  'SPOT_NOT_AVAILABLE',
  'USER_DOES_NOT_EXIST',
  'CHECK_IN_AND_CANCELATION_WINDOWS_CLOSED',
  'CLASS_HAS_BEEN_CANCELED',
  'CLASS_NOT_FOUND',
  'USER_PROFILE_CMS',
  'PREREQUISITES',
  'GENERAL_ERROR',
  'TECHNICAL_ERROR',
] as const;

/** JSON leaves out what is undefined. */
export const decisionBody = ({ status, reason, reasonCategory }: BookingDecisionCall) => ({
  status,
  reason: reason ?? undefined,
  reason_category: reasonCategory ?? undefined,
});

export const slotBody = ({ totalBooked, totalCapacity }: SlotCall) => ({
  total_booked: totalBooked,
  total_capacity: totalCapacity ?? undefined,
});
