import type { Product } from './ledger.js';

/** The default product of a check-in. */
export const STANDARD_PRODUCT: Product = { id: 31, description: 'Gym floor' };

const VALID_MINUTES = 20;

/** When a check-in ends that names no end. */
export function defaultExpiry(minutes = VALID_MINUTES): Date {
  return new Date(Date.now() + minutes * 60_000);
}
