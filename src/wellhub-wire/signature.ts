import { createHmac, timingSafeEqual } from 'node:crypto';

const HEX_DIGEST = /^(?:0x)?([0-9a-f]{40})$/i;

/** The value of `X-Gympass-Signature` as Wellhub sends it: HMAC-SHA1 of the raw bytes, 40 upper-case hex digits. */
export function signBody(secret: string, rawBody: Uint8Array | string): string {
  return createHmac('sha1', secret).update(rawBody).digest('hex').toUpperCase();
}

/**
 * Which of the secrets signed these bytes (W-26 to W-30): its index, or `undefined`. Both cases and an `0x` prefix are
 * accepted; a doubled header, another form and an empty secret never verify. Every secret is tried in constant time, so
 * the response time does not reveal which one matched.
 */
export function verifySignature(
  header: string | string[] | undefined,
  rawBody: Uint8Array,
  secrets: readonly string[],
): number | undefined {
  const digits = typeof header === 'string' ? HEX_DIGEST.exec(header)?.[1] : undefined;
  if (digits === undefined) return undefined;
  const given = Buffer.from(digits, 'hex');
  const matches = secrets.map((secret) => isSignedWith(secret, rawBody, given));
  const index = matches.indexOf(true);
  return index === -1 ? undefined : index;
}

function isSignedWith(secret: string, rawBody: Uint8Array, given: Buffer): boolean {
  const expected = createHmac('sha1', secret).update(rawBody).digest();
  return timingSafeEqual(expected, given) && secret !== '';
}
