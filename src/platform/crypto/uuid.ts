import { randomFillSync } from 'node:crypto';
import { sha256 } from './hashing.js';

const POOL_BYTES = 4_096;
const pool = Buffer.allocUnsafe(POOL_BYTES);
let used = POOL_BYTES;

/** Random bytes out of a pool: one call into the system serves many requests. Copy them to keep them. */
export function pooledRandom(count: number): Buffer {
  if (used + count > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
}

const COUNTER_END = 0x1000;
let lastMs = 0;
let counter = 0;

/** The millisecond and a counter within it. The counter starts low, so that it lasts; a clock that goes back is waited out. */
function tick(seed: number): void {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    counter = seed & 0x7ff;
  } else if (++counter === COUNTER_END) {
    lastMs += 1;
    counter = 0;
  }
}

/** UUIDv7 (RFC 9562, counter in `rand_a`): later ids of this process sort after earlier ones, those of one millisecond too. */
export function uuidv7(): string {
  const bytes = pooledRandom(16);
  tick(bytes.readUInt16BE(6));
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f);
  return written(bytes);
}

/** A UUIDv8 that stands for the text: the same for the same, and no other text is known to have it. */
export function uuidOf(text: string): string {
  const bytes = Buffer.from(sha256(text).subarray(0, 16));
  bytes[6] = 0x80 | (bytes.readUInt8(6) & 0x0f);
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f);
  return written(bytes);
}

function written(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: unknown): text is string =>
  typeof text === 'string' && UUID.test(text);
