import type { WellhubCheckIn, WellhubVisitor } from '../../wellhub/index.js';

/** A check-in event as it counts for us: 5.1 for the times. */
export interface CheckInPayload {
  readonly wellhubId: string;
  readonly bookingNumber: string | null;
  readonly productId: string | null;
  readonly productDescription: string | null;
  readonly eventAt: Date;
  /** The event's own time is implausible, so the time of receipt replaces it. */
  readonly hasOddTime: boolean;
  readonly expiresAt: Date;
  readonly person: WellhubVisitor;
}

const MINUTE = 60_000;
const AHEAD = 5 * MINUTE;
const OLD = 24 * 60 * MINUTE;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const LONGEST_PRODUCT_ID = 40;

/** @returns undefined when the event names no person; the inbox refuses those, so only an old row can */
export function checkInPayload(
  event: WellhubCheckIn,
  receivedAt: Date,
  windowMinutes: number,
): CheckInPayload | undefined {
  const { wellhubId, bookingNumber, product, user } = event;
  if (wellhubId === null) return undefined;
  const eventAt = usableTime(event.timestamp, receivedAt);
  const start = eventAt ?? receivedAt;
  return {
    wellhubId,
    bookingNumber,
    productId: product.id !== null && product.id.length <= LONGEST_PRODUCT_ID ? product.id : null,
    productDescription: product.description,
    eventAt: start,
    hasOddTime: eventAt === undefined,
    expiresAt: usableExpiry(event.expiresAt) ?? new Date(start.getTime() + windowMinutes * MINUTE),
    person: user,
  };
}

/** Undefined when it is no number, over 5 min ahead or over 24 h old (W-33). */
function usableTime(ms: number | null, receivedAt: Date): Date | undefined {
  if (ms === null) return undefined;
  const age = receivedAt.getTime() - ms;
  return age < -AHEAD || age > OLD ? undefined : new Date(ms);
}

const usableExpiry = (ms: number | null): Date | undefined =>
  ms !== null && ms > EARLIEST && ms < LATEST ? new Date(ms) : undefined;
