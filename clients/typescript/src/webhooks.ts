import type { EventContents } from './generated/event-contents.js';

/** An event of a webhook. A newer service may send types that this client does not know yet. */
export type WebhookEvent = {
  [T in keyof EventContents]: {
    /** The same on every repetition and replay: drop what was seen before. */
    readonly id: string;
    readonly type: T;
    /** A customer, a gym, a device or a booking, by `type`. */
    readonly entityId: number;
    /** The moment of the fact, not of the delivery. */
    readonly occurredAt: Date;
    readonly content: EventContents[T];
  };
}[keyof EventContents];

export type WebhookErrorCode =
  | 'webhook.header-missing'
  | 'webhook.too-old'
  | 'webhook.signature-invalid'
  | 'webhook.body-unreadable';

/** What came is not from Gatehouse, or not of this moment: answer it with 400 or 401 and do nothing else. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';

  constructor(
    readonly code: WebhookErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export interface WebhookToVerify {
  /** `whsec_…` of the subscription; several while it is rotated. */
  readonly secret: string | readonly string[];
  /** Of the request: `request.headers` of Node, or `Headers`. */
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The bytes as they came: JSON that was parsed and written again has another signature. */
  readonly body: string | Uint8Array;
  /** How old a delivery may be, or how far a clock ahead; 300. */
  readonly toleranceSeconds?: number;
}

/** The event of a signed webhook (Standard Webhooks). @throws WebhookError */
export async function verifyWebhook(webhook: WebhookToVerify): Promise<WebhookEvent> {
  const { secret, headers, toleranceSeconds = 300 } = webhook;
  const body = typeof webhook.body === 'string' ? encode(webhook.body) : webhook.body;
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  const age = Math.abs(Date.now() / 1000 - (/^\d+$/.test(timestamp) ? Number(timestamp) : NaN));
  if (!(age <= toleranceSeconds))
    throw new WebhookError(
      'webhook.too-old',
      `webhook-timestamp is more than ${toleranceSeconds} s away from the clock of this machine`,
    );
  const signed = join(encode(`${id}.${timestamp}.`), body);
  for (const one of typeof secret === 'string' ? [secret] : secret)
    if (await isSignedWith(one, signatures, signed)) return readEvent(body);
  throw new WebhookError(
    'webhook.signature-invalid',
    'No signature fits: check the secret, and that the body is the bytes as they came',
  );
}

const encode = (text: string) => new TextEncoder().encode(text);

function join(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(head.length + tail.length);
  all.set(head);
  all.set(tail, head.length);
  return all;
}

/** @throws WebhookError */
function headerOf(headers: WebhookToVerify['headers'], name: string): string {
  const value =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const text = typeof value === 'string' ? value : (value?.[0] ?? '');
  if (text === '')
    throw new WebhookError('webhook.header-missing', `The header ${name} is missing`);
  return text;
}

/** Of two secrets during a rotation each signs; the comparison takes as long for a wrong one. */
async function isSignedWith(
  secret: string,
  signatures: string,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const bytes = keyBytes(secret);
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
  for (const one of signatures.split(' ')) {
    const [version, signature = ''] = one.split(',', 2);
    const given = version === 'v1' ? fromBase64(signature) : undefined;
    if (given && (await crypto.subtle.verify('HMAC', key, given, signed))) return true;
  }
  return false;
}

/** @throws TypeError that does not show it */
function keyBytes(secret: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(secret.trim().replace(/^whsec_/, ''));
  if (!bytes || bytes.length === 0)
    throw new TypeError('The secret must be whsec_… as the subscription showed it');
  return bytes;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
  } catch {
    return undefined;
  }
}

interface Envelope {
  readonly entityId: number;
  readonly uuid: string;
  readonly payload: readonly [{ timestamp: number; type: string; content?: object }];
}

/** The event in an envelope: the body of a webhook. @throws WebhookError */
function readEvent(body: Uint8Array): WebhookEvent {
  try {
    const { uuid, entityId, payload } = JSON.parse(new TextDecoder().decode(body)) as Envelope;
    const [{ type, timestamp, content = {} }] = payload;
    const occurredAt = new Date(timestamp);
    return { id: uuid, type, entityId, occurredAt, content } as WebhookEvent;
  } catch {
    throw new WebhookError('webhook.body-unreadable', 'The body is no event of Gatehouse');
  }
}
