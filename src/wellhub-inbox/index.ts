export { WellhubInboxModule } from './wellhub-inbox.module.js';
export type { Handled, Handler, InboxEvent, TogetherHandler } from './inbox-event.js';
export { HANDLED_TOGETHER, Inbox } from './inbox.js';
