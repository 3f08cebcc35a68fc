export { REASON_CATEGORIES, type BookingStatus } from './booking-calls.js';
export {
  setupBase,
  WELLHUB_BASE_URLS,
  WELLHUB_ENVIRONMENTS,
  wellhubBase,
  type WellhubEnvironment,
} from './base-urls.js';
export { BREAKER_STATES, type BreakerState } from './breaker.js';
export { Breakers } from './breakers.js';
export { CallLimits, type CallSlot } from './call-limits.js';
export { timeMs } from './event-fields.js';
export { normalEventType, WELLHUB_EVENT_TYPES, type WellhubEventType } from './event-types.js';
export { parseWellhubEvent } from './parse-event.js';
export type {
  UserStatusType,
  WellhubBooking,
  WellhubCheckIn,
  WellhubEvent,
  WellhubUserStatus,
  WellhubVisitor,
} from './webhook-events.js';
export type { PatchAnswer } from './patch-answer.js';
export { SetupClient, type SetupCall } from './setup-client.js';
export type { SetupAnswer, SetupGym, SetupWebhook } from './setup-answer.js';
export { GPW_ID, signBody, verifySignature, WELLHUB_ID } from '../wellhub-wire/index.js';
export { typedWellhubId, typedWellhubIdFault, type TypedIdFault } from './typed-wellhub-id.js';
export {
  fittingUsageEvents,
  USAGE_BATCH,
  usageEventBody,
  WELLHUB_EVENTS_BASE,
  WellhubEventsClient,
  type UsageAnswer,
  type UsageFact,
} from './usage-events.js';
export type { ValidateAnswer } from './validate-answer.js';
export { credentialsStatusOf, type CredentialsStatus } from './credentials-status.js';
export { isRetryable, type RetryableAnswer } from './retryable-answer.js';
export { secondsUntilRetry, stepOf } from './retry-schedule.js';
export type { WellhubProduct } from './validate-envelope.js';
export { WellhubClient, type ValidateCall } from './wellhub-client.js';
export { WellhubModule } from './wellhub.module.js';
export { CALL_LEASE_SECONDS, CALL_TIMEOUT_MS, type Leased } from './call-timing.js';
