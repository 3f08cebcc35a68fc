import { Injectable } from '@nestjs/common';
import { WellhubHooks, type WellhubHook } from '../../partners/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { currentSpan, setRequestPartner } from '../../platform/deadline/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { verifySignature, type WellhubEvent } from '../../wellhub/index.js';
import { DurableWebhooks } from '../spool/durable-webhooks.js';
import { OnlyPartnerHook } from './only-partner-hook.js';
import { InboxErrors } from '../events/wellhub-inbox.errors.js';
import type { RefusalReason } from '../storage/refusals.repository.js';
import { RefusalCounts } from './refusal-counts.js';
import { readWebhook, type Webhook } from '../events/webhook.js';

/** A signed request whose body has not been parsed. */
export interface SignedRequest {
  readonly signature: string | string[] | undefined;
  readonly contentEncoding: string | undefined;
  readonly rawBody: Buffer;
}

/** Takes what Wellhub sends: hook, signature over the raw bytes, JSON, routing, durable (`wellhub.md` 4.1, 4.6). */
@Injectable()
export class WebhookReception {
  constructor(
    private readonly hooks: WellhubHooks,
    private readonly only: OnlyPartnerHook,
    private readonly durable: DurableWebhooks,
    private readonly refused: RefusalCounts,
    private readonly clock: Clock,
  ) {}

  /**
   * @param hookName absent: the only partner's
   * @returns the event's type. @throws wellhub-inbox.invalid-signature, request.invalid-json, wellhub-inbox.invalid-event
   */
  async receive(
    hookName: string | undefined,
    kind: Webhook['kind'],
    request: SignedRequest,
  ): Promise<WellhubEvent['type']> {
    const receivedAt = this.clock.now().getTime();
    const origin = await this.verified(hookName, request);
    setRequestPartner(origin.partnerId);
    // Only a partner's hook accepts events about users (W-22).
    if (kind !== 'event' && origin.gymId !== undefined) throw this.refusal(origin, 'WRONG_ADDRESS');
    const traceparent = currentSpan()?.traceparent;
    const webhook: Webhook = { origin, kind, rawBody: request.rawBody, receivedAt, traceparent };
    const content = readWebhook(webhook);
    await this.durable.keep(webhook, content);
    if (content.kind !== 'event') throw content.error;
    return content.event.type;
  }

  /** Waits for storage while nothing is known of the hook. */
  private async verified(hookName: string | undefined, request: SignedRequest) {
    const name = hookName ?? (await this.durable.orRefused(() => this.only.name(), {}));
    const hook = await this.durable.orRefused(async () => this.hooks.findEvenStale(name), {});
    if (hook && isSignedFor(hook, request)) return hook;
    // A secret that was stored a moment ago may be the one that signed this.
    const newer = hook?.isStale
      ? await this.durable.orRefused(async () => this.hooks.find(name), hook)
      : undefined;
    if (newer && isSignedFor(newer, request)) return newer;
    const last = newer ?? hook;
    throw this.refusal(last, last && faultOf(last, request));
  }

  /** One answer for an unknown address and a bad signature, so that it does not reveal which addresses exist (W-31). */
  private refusal(hook?: WellhubHook, reason?: RefusalReason): DomainError {
    this.refused.count(hook, reason);
    return new DomainError(InboxErrors.invalidSignature);
  }
}

function isSignedFor({ secrets }: WellhubHook, request: SignedRequest): boolean {
  const { signature, rawBody, contentEncoding = 'identity' } = request;
  return (
    contentEncoding === 'identity' && verifySignature(signature, rawBody, secrets) !== undefined
  );
}

/** Why none of the secrets has signed it. */
function faultOf(
  { secrets }: WellhubHook,
  { signature, contentEncoding = 'identity' }: SignedRequest,
): RefusalReason {
  if (secrets.length === 0) return 'NO_SECRET';
  if (signature === undefined) return 'NO_SIGNATURE';
  return contentEncoding === 'identity' ? 'WRONG_SIGNATURE' : 'ENCODED';
}
