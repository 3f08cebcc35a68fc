export { WellhubInboxModule } from './wellhub-inbox.module.js';
export type {
  Handled,
  Handler,
  InboxEvent,
  ProcessedEvent,
  TogetherHandler,
} from './dispatch/inbox-event.js';
export { HANDLED_TOGETHER, Inbox } from './dispatch/inbox.js';
export { inspectWebhookSpool } from './spool/webhook-spool.js';
export { OutagesRepository, type WebhookOutage } from './spool/outages.repository.js';
export { webhookHistorySql } from './storage/stored-webhooks.sql.js';
