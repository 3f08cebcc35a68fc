export { Connection } from './connection.js';
export {
  GatehouseError,
  isGatehouseError,
  type ClientErrorCode,
  type ErrorCode,
  type FieldError,
} from './errors.js';
export type { ServiceErrorCode } from './generated/error-codes.js';
export type * from './generated/schemas.js';
export type { Methods } from './generated/methods.js';
export { etagOf } from './etags.js';
export type { EventContents } from './generated/event-contents.js';
export { Gatehouse } from './gatehouse.js';
export type {
  Answer,
  CallOptions,
  FileBody,
  GatehouseOptions,
  RequestOptions,
  Retry,
} from './options.js';
export { PagedList, type Page } from './pages.js';
export {
  verifyWebhook,
  WebhookError,
  type WebhookErrorCode,
  type WebhookEvent,
  type WebhookToVerify,
} from './webhooks.js';
