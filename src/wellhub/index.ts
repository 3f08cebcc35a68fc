/**
 * Purpose: Wellhub, the vendor, isolated: its validate and booking calls, its known errors, its signature, its event names.
 * Owns tables: none. Depends on: nothing. Promises: token, base URL and gym id come in as arguments; no call throws.
 */
export { REASON_CATEGORIES, type BookingStatus } from './booking-calls.js';
export { WELLHUB_BASES, wellhubBase, type WellhubEnvironment } from './bases.js';
export { normalEventType, WELLHUB_EVENT_TYPES, type WellhubEventType } from './event-types.js';
export type { PatchAnswer } from './patch-answer.js';
export { signBody, verifySignature } from './signature.js';
export { typedWellhubId, typedWellhubIdFault, type TypedIdFault } from './typed-wellhub-id.js';
export type { UnreachableCause, ValidateAnswer } from './validate-answer.js';
export type { WellhubProduct } from './validate-envelope.js';
export { WellhubClient, type ValidateCall } from './wellhub-client.js';
