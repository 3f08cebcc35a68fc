import { createCipheriv, createHash, createHmac, createSecretKey } from 'node:crypto';
import { hkdfSync, randomBytes } from 'node:crypto';

export const sha256 = (text) => createHash('sha256').update(text).digest();
export const hmacSha256 = (key, text) => createHmac('sha256', key).update(text).digest();

/** One key per purpose, derived once, and parsed once as KeyObjects. */
export function makeKeys(secret) {
  const master = Buffer.from(secret, 'base64');
  const key = (purpose) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', master, '', purpose, 32)));
  return {
    tokens: key('raw/tokens'),
    codes: key('raw/codes'),
    links: key('raw/links'),
    prefills: key('raw/prefills'),
    events: key('raw/events'),
    persons: key('raw/persons'),
  };
}

/** AES-256-GCM: nonce, ciphertext, tag, bound to its context. */
export function seal(key, clear, context) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}
