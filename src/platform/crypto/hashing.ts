import {
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';

/** Node makes a Buffer of its own for a digest, which costs more than the hash: a copy of its text lies in the shared pool. */
const pooled = (digest: string): Buffer => Buffer.from(digest, BYTES);
const BYTES = 'binary';

export const sha256 = (text: string | Buffer): Buffer => pooled(hash('sha256', text, BYTES));

/** As base64, for a key of a map. */
export const sha256Text = (text: string): string => hash('sha256', text, 'base64');

/** A Buffer is made into a key at every call, which costs five times the hash: what is used again is a `KeyObject`. */
export const hmacSha256 = (key: KeyObject | Buffer, text: string | Buffer): Buffer =>
  pooled(createHmac('sha256', key).update(text).digest(BYTES));

/** An opaque token: 256 random bits, base64url. Only its `sha256` is ever stored. */
export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url');

/** Compares in constant time; different lengths are simply not equal. */
export function sameSecret(a: string | Buffer, b: string | Buffer): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}

/** A key for one purpose, derived from a master key, so that no two purposes share one. */
export const deriveKey = (master: Buffer, purpose: string, bytes = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', master, '', `gatehouse/${purpose}`, bytes));

/** Names a key without revealing anything of it: the first 4 bytes of the hash of its hash. */
export const keyId = (key: Buffer): Buffer => sha256(sha256(key)).subarray(0, 4);
