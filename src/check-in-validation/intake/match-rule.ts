import type { CheckIn } from '../check-ins/check-in.js';

type Known = Pick<CheckIn, 'id' | 'state' | 'bookingNumber' | 'validatedAt'>;

/**
 * Which of a person's check-ins here a further event belongs to (`wellhub.md` 4.5); undefined = it is a new one.
 * `known` holds the open ones and those validated today, newest first.
 */
export function matchExisting<T extends Known>(
  known: readonly T[],
  event: { readonly bookingNumber: string | null; readonly eventAt: Date },
): T | undefined {
  const same = known.find(
    ({ bookingNumber }) => bookingNumber !== null && bookingNumber === event.bookingNumber,
  );
  if (same) return same;
  const compatible = known.filter(
    ({ bookingNumber }) => bookingNumber === null || event.bookingNumber === null,
  );
  return (
    compatible.find(({ state }) => state === 'PENDING') ??
    compatible.find(({ validatedAt }) => validatedAt !== null && event.eventAt <= validatedAt)
  );
}
