export { UsageEventsModule } from './usage-events.module.js';
export { UsageEvents } from './usage-events.js';
export { UsageEventErrors } from './usage-events.errors.js';
export type { NewUsageEvent, UsageEvent, UsageEventState } from './usage-event.js';
