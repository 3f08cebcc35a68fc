export { UsageEventsModule } from './usage-events.module.js';
export { UsageEvents } from './usage-events.js';
export type { NewUsageEvent, UsageEvent, UsageEventState } from './usage-event.js';
export { usageHistorySql } from './usage-history.sql.js';
