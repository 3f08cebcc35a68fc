import { signBody } from '../../wellhub-wire/index.js';
import { callPartner, isAccepted, type PartnerAnswer } from './partner-call.js';

/** Wellhub requires an answer within a second … */
const ANSWER_WITHIN_MS = 1_000;
/** … and otherwise sends the event again at once, up to 3 times (4.1). */
const MOST_ATTEMPTS = 4;

/** One webhook with its repetitions. */
export interface WebhookDelivery {
  readonly accepted: boolean;
  readonly attempts: readonly PartnerAnswer[];
}

export interface SignedBody {
  readonly url: string;
  readonly body: string;
  readonly secret: string;
  readonly contentType?: string | undefined;
  /** Instead of the right one; empty = no header. */
  readonly signature?: string | undefined;
}

/** Sends one signed body once. */
export function sendOnce(message: SignedBody): Promise<PartnerAnswer> {
  const signature = message.signature ?? signBody(message.secret, message.body);
  const headers: Record<string, string> = {
    'Content-Type': message.contentType ?? 'application/json',
  };
  if (signature !== '') headers['X-Gympass-Signature'] = signature;
  const init = { method: 'POST', headers, body: message.body };
  return callPartner(message.url, init, ANSWER_WITHIN_MS);
}

/** Sends like Wellhub: no answer in time, or a 5xx, is sent again at once; a 4xx is taken as final. */
export async function deliver(message: SignedBody): Promise<WebhookDelivery> {
  const attempts: PartnerAnswer[] = [];
  while (attempts.length < MOST_ATTEMPTS) {
    const attempt = await sendOnce(message);
    attempts.push(attempt);
    if (attempt.status !== undefined && attempt.status < 500) break;
  }
  const last = attempts.at(-1);
  return { accepted: last !== undefined && isAccepted(last), attempts };
}
