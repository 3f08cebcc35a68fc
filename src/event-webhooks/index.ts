export { EventWebhooksModule } from './event-webhooks.module.js';
export { EVENT_TYPES, type EventType } from './events/event-types.js';
export { eventsAfterSql } from './events/feed.sql.js';
export { EventFeed, type FeedPage, type FeedPlace } from './events/event-feed.js';
export { insertEventsSql } from './outbox/outbox.sql.js';
export { Outbox, type NewEvent } from './outbox/outbox.js';
export { subscriptionHealthSql } from './deliveries/delivery-health.sql.js';
export { deliveryFiguresSql } from './deliveries/delivery-figures.sql.js';
export { deliveryHistorySql, eventHistorySql } from './deliveries/event-history.sql.js';
