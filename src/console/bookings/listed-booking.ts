import type { Tone } from '../frame/list.js';

export const BOOKING_STATE_NAMES = [
  'REQUESTED',
  'RESERVED',
  'REJECTED',
  'AUTO_REJECTED',
  'CANCELED',
  'LATE_CANCELED',
  'CANCELED_BY_GYM',
] as const;
export type BookingStateName = (typeof BOOKING_STATE_NAMES)[number];

/** What a front desk may say; Wellhub knows more, which only programs use. */
export const REJECT_REASONS = [
  'CLASS_IS_FULL',
  'SPOT_NOT_AVAILABLE',
  'USER_IS_ALREADY_BOOKED',
  'CLASS_HAS_BEEN_CANCELED',
  'PREREQUISITES',
  'USAGE_RESTRICTION',
  'GENERAL_ERROR',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export interface ListedBooking {
  readonly id: number;
  readonly gymId: number;
  readonly customerId: number;
  readonly gympassId: string;
  readonly bookingNumber: string;
  readonly classId: string | null;
  readonly slotId: string | null;
  readonly state: BookingStateName;
  readonly requestedAt: string | null;
  readonly decideBefore: string | null;
  readonly decision: 'RESERVED' | 'REJECTED' | 'CANCELLED_BY_GYM' | null;
  readonly createdAt: string;
}

export interface SlotOfGym {
  readonly classId: string;
  readonly slotId: string;
  readonly totalBooked: number | null;
  readonly totalCapacity: number | null;
  readonly countedAt: string | null;
  readonly isSent: boolean | null;
  readonly requested: number;
  readonly reserved: number;
}

export interface Paged<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export const BOOKING_TONES: Record<BookingStateName, Tone> = {
  REQUESTED: 'wait',
  RESERVED: 'good',
  REJECTED: 'off',
  AUTO_REJECTED: 'bad',
  CANCELED: 'off',
  LATE_CANCELED: 'off',
  CANCELED_BY_GYM: 'off',
};
