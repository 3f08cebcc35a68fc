import { crc32 } from 'node:zlib';
import { randomBytes } from 'node:crypto';

/** The clear key and what may be shown of it later. */
export interface MadeApiKey {
  readonly key: string;
  readonly prefix: string;
}

const SHAPE = /^ghk_(live|test)_([0-9a-z]{40})_([0-9a-f]{8})$/;
const SHOWN = 8;

const checksum = (body: string) => crc32(body).toString(16).padStart(8, '0');

/**
 * `ghk_<env>_<random>_<checksum>`: the front part lets scanners find leaked keys, the checksum lets us refuse
 * a typo without a query.
 */
export function makeApiKey(environment: 'live' | 'test'): MadeApiKey {
  const random = BigInt(`0x${randomBytes(32).toString('hex')}`)
    .toString(36)
    .padStart(50, '0')
    .slice(-40);
  const body = `ghk_${environment}_${random}`;
  return { key: `${body}_${checksum(body)}`, prefix: prefixOf(body) };
}

export const prefixOf = (key: string): string => key.slice(0, 'ghk_live_'.length + SHOWN);

/** False for anything that cannot be a key of ours. */
export function isApiKeyShaped(text: string): boolean {
  const match = SHAPE.exec(text);
  return match !== null && checksum(text.slice(0, text.lastIndexOf('_'))) === match[3];
}
