import { Injectable } from '@nestjs/common';
import { WellhubHooks, type WellhubHook } from '../partners/index.js';
import { Alerts } from '../platform/alerts/alerts.js';
import { after, type Soon } from '../platform/deadline/soon.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { isObject, parseJson } from '../platform/http/json-body.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { verifySignature } from '../wellhub/index.js';
import { words, type Fields } from './event-fields.js';
import { dedupeKeys, rawKey } from './dedupe-keys.js';
import { routeEvent, routeUserStatus, type RoutedEvent } from './event-routing.js';
import type { UserStatusType } from './event-routing.js';
import { EventStore } from './event-store.js';
import { InboxErrors } from './wellhub-inbox.errors.js';

/** A signed request, before anything of its body was looked at. */
export interface SignedRequest {
  readonly signature: string | string[] | undefined;
  readonly contentEncoding: string | undefined;
  readonly rawBody: Buffer;
}

/** Takes what Wellhub sends: hook, signature over the raw bytes, JSON, routing, durable row (`wellhub.md` 4.1). */
@Injectable()
export class WebhookReception {
  constructor(
    private readonly hooks: WellhubHooks,
    private readonly store: EventStore,
    private readonly alerts: Alerts,
    private readonly metrics: Metrics,
  ) {}

  /** @returns the event's type. @throws wellhub-inbox.invalid-signature, request.invalid-json, wellhub-inbox.invalid-event */
  async receiveWebhook(hookName: string, request: SignedRequest): Promise<RoutedEvent['type']> {
    const hook = await this.verified(hookName, request);
    const body = readObject(request.rawBody);
    if (body instanceof Error) throw await this.unreadable(hook, request.rawBody, body);
    return this.keep(hook, body, request.rawBody, routeEvent(body));
  }

  /** Only a partner's hook takes them (W-22). @throws like `receiveWebhook` */
  async receiveUserStatus(
    hookName: string,
    type: UserStatusType,
    request: SignedRequest,
  ): Promise<void> {
    const hook = await this.verified(hookName, request);
    if (hook.gymId !== undefined) throw this.refusal();
    const body = readObject(request.rawBody);
    if (body instanceof Error) throw await this.unreadable(hook, request.rawBody, body);
    await this.keep(hook, body, request.rawBody, routeUserStatus(body, type));
  }

  private verified(hookName: string, request: SignedRequest): Soon<WellhubHook> {
    const { signature, rawBody, contentEncoding = 'identity' } = request;
    return after(this.hooks.find(hookName), (hook) => {
      const match = hook && verifySignature(signature, rawBody, hook.secrets);
      if (!hook || match === undefined || contentEncoding !== 'identity') throw this.refusal();
      return hook;
    });
  }

  /** One answer for an unknown address and a bad signature, so that neither tells anything (W-31). */
  private refusal(): DomainError {
    this.metrics.refusedWebhooks.inc();
    return new DomainError(InboxErrors.invalidSignature);
  }

  /** Kept sealed for support: a signed body that we cannot read is a riddle worth solving (W-32). */
  private async unreadable(hook: WellhubHook, rawBody: Buffer, why: Error): Promise<Error> {
    await this.store.dead(hook, rawBody, { reason: 'invalid-json', keys: [rawKey(rawBody)] });
    return why;
  }

  private async keep(
    hook: WellhubHook,
    body: Fields,
    rawBody: Buffer,
    routed: RoutedEvent | undefined,
  ): Promise<RoutedEvent['type']> {
    if (!routed) {
      const type = words(body['event_type'], 64) ?? 'user-status';
      await this.store.dead(hook, rawBody, { reason: 'invalid-event', keys: [rawKey(rawBody)] });
      const { partnerId } = hook;
      const detail = `An event ${type} came without the ids it must have`;
      await this.alerts.raise({ partnerId, code: 'wellhub.invalid-event', object: type, detail });
      throw new DomainError(InboxErrors.invalidEvent);
    }
    await this.store.received(hook, routed, rawBody, dedupeKeys(routed, body, rawBody));
    if (routed.type === 'unknown') this.reportUnknown(hook, body);
    return routed.type;
  }

  /** Nobody acts on it, and it may be one that is paid for: somebody should know. One alert per type. */
  private reportUnknown({ partnerId }: WellhubHook, body: Fields): void {
    const type = words(body['event_type'], 64);
    const detail = `An event ${type ?? 'without a type'} came; it was stored and nothing else`;
    const object = `event-type/${type ?? 'none'}`;
    this.alerts.report({ partnerId, code: 'wellhub.unknown-event', object, detail });
  }
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
