import type { WellhubHook } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { isObject, parseJson } from '../../platform/http/json-body.js';
import { parseWellhubEvent, type UserStatusType, type WellhubEvent } from '../../wellhub/index.js';
import { routeEvent, type EventRoute } from './event-routing.js';
import { InboxErrors } from './wellhub-inbox.errors.js';

/** Whose it is: of what the hook stands for, as much as outlives its secrets. */
export type WebhookOrigin = Pick<WellhubHook, 'partnerId' | 'gymId' | 'environment'>;

/** Bytes whose signature was verified. */
export interface Webhook {
  readonly origin: WebhookOrigin;
  /** What its address stands for: any event, or one of the two about a user. */
  readonly kind: 'event' | UserStatusType;
  readonly rawBody: Buffer;
  /** By the clock of the machine that received it, ms. */
  readonly receivedAt: number;
  /** The step of a trace that received it. */
  readonly traceparent?: string | undefined;
}

/** What is in it. The error is what its sender is answered. */
export type WebhookContent =
  | { readonly kind: 'event'; readonly event: WellhubEvent; readonly route: EventRoute }
  | { readonly kind: 'invalid'; readonly event: WellhubEvent; readonly error: Error }
  | { readonly kind: 'unreadable'; readonly error: Error };

export function readWebhook({ kind, rawBody }: Webhook): WebhookContent {
  const body = readObject(rawBody);
  if (body instanceof Error) return { kind: 'unreadable', error: body };
  const event = parseWellhubEvent(body, kind === 'event' ? undefined : kind);
  const route = routeEvent(event);
  if (route) return { kind: 'event', event, route };
  return { kind: 'invalid', event, error: new DomainError(InboxErrors.invalidEvent) };
}

/** Or why the bytes are no JSON object. */
function readObject(rawBody: Buffer): Record<string, unknown> | Error {
  try {
    const body = parseJson(rawBody);
    return isObject(body) ? body : new DomainError(RequestErrors.invalidJson);
  } catch (error) {
    return error as Error;
  }
}
