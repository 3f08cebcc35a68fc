import { createHmac, timingSafeEqual } from 'node:crypto';

/** A second way to write the same rule, so that the kit is not proven by itself. */
export const signatureOf = (secret, text) =>
  createHmac('sha1', secret).update(text, 'utf8').digest('hex').toUpperCase();

export function isSigned(header, text, secret, has) {
  if (!header) return has('unsigned-taken');
  if (has('any-signature')) return true;
  const right = signatureOf(secret, has('signs-parsed-body') ? rewritten(text) : text);
  if (has('upper-case-only') && header !== header.toUpperCase()) return false;
  const digits = (has('no-0x') ? header : header.replace(/^0x/i, '')).toUpperCase();
  if (has('part-of-a-signature')) return digits.startsWith(right) || right.startsWith(digits);
  return digits.length === right.length && timingSafeEqual(Buffer.from(digits), Buffer.from(right));
}

function rewritten(text) {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
