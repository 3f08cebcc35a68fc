export { EventWebhooksModule } from './event-webhooks.module.js';
export { EVENT_TYPES, type EventType } from './event-types.js';
export { eventsAfterSql } from './feed.sql.js';
export { EventFeed, type FeedPage, type FeedPlace } from './event-feed.js';
export { insertEventsSql } from './outbox.sql.js';
export { Outbox, type NewEvent } from './outbox.js';
