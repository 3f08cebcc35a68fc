export { WellhubInboxModule } from './wellhub-inbox.module.js';
export type { Handled, Handler, InboxEvent, TogetherHandler } from './inbox-event.js';
export { Inbox } from './inbox.js';
export { BOOKING_NUMBER, idText, part, timeMs, words, type Fields } from './event-fields.js';
