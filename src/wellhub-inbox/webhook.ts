import type { WellhubHook } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { isObject, parseJson } from '../platform/http/json-body.js';
import type { Fields } from './event-fields.js';
import { routeEvent, routeUserStatus } from './event-routing.js';
import type { RoutedEvent, UserStatusType } from './event-routing.js';
import { InboxErrors } from './wellhub-inbox.errors.js';

/** Whose it is: of what the hook stands for, as much as outlives its secrets. */
export type WebhookOrigin = Pick<WellhubHook, 'partnerId' | 'gymId' | 'environment'>;

/** Bytes whose signature was verified. */
export interface Webhook {
  readonly origin: WebhookOrigin;
  /** What its address says it is: any event, or one of the two about a user. */
  readonly kind: 'event' | UserStatusType;
  readonly rawBody: Buffer;
  /** By the clock of the machine that it came to, ms. */
  readonly receivedAt: number;
}

/** What is in it. The error is what its sender is answered. */
export type WebhookContent =
  | { readonly kind: 'event'; readonly routed: RoutedEvent; readonly body: Fields }
  | { readonly kind: 'invalid'; readonly body: Fields; readonly error: Error }
  | { readonly kind: 'unreadable'; readonly error: Error };

export function readWebhook({ kind, rawBody }: Webhook): WebhookContent {
  const body = readObject(rawBody);
  if (body instanceof Error) return { kind: 'unreadable', error: body };
  const routed = kind === 'event' ? routeEvent(body) : routeUserStatus(body, kind);
  if (routed) return { kind: 'event', routed, body };
  return { kind: 'invalid', body, error: new DomainError(InboxErrors.invalidEvent) };
}

/** Or why the bytes are no JSON object. */
function readObject(rawBody: Buffer): Fields | Error {
  try {
    const body = parseJson(rawBody);
    return isObject(body) ? body : new DomainError(RequestErrors.invalidJson);
  } catch (error) {
    return error as Error;
  }
}
