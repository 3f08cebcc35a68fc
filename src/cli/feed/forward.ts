import { Webhook } from 'standardwebhooks';
import { codeOf } from '../../platform/config/start-problem.js';
import type { Envelope } from './feed.js';

/** What an event is signed with. */
export interface ForwardKeys {
  readonly secret: string;
  readonly webhookKey: string;
}

export interface Forwarded {
  /** Undefined: there was no answer. */
  readonly status: number | undefined;
  readonly reason?: string;
  readonly ms: number;
}

const ANSWER_WITHIN_MS = 10_000;

/** Posts an event as a subscription would get it. Never throws: no answer is an outcome too. */
export async function forward(
  url: string,
  event: Envelope,
  { keys, signal }: { readonly keys: ForwardKeys; readonly signal: AbortSignal },
): Promise<Forwarded> {
  const begun = performance.now();
  const ms = () => Math.round(performance.now() - begun);
  const timeout = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
      ...signed(event, keys),
    });
    await response.arrayBuffer();
    return { status: response.status, ms: ms() };
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    const reason = timeout.aborted ? 'no answer within 10 s' : reasonOf(cause);
    return { status: undefined, reason, ms: ms() };
  }
}

/** A code of the network, or a sentence of `fetch` (`bad port`). */
const reasonOf = (cause: unknown): string =>
  codeOf(cause) || (cause instanceof Error && cause.message) || 'no answer';

function signed(event: Envelope, { secret, webhookKey }: ForwardKeys) {
  const body = JSON.stringify(event);
  const now = new Date();
  return {
    body,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'Gatehouse-Webhooks/1',
      'x-api-key': webhookKey,
      'webhook-id': event.uuid,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(event.uuid, now, body),
    },
  };
}
