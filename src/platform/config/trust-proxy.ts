import { isIP } from 'node:net';

/** The proxies whose `X-Forwarded-For` is trusted: a number of hops before us, or addresses and networks. */
export type TrustProxy = number | readonly string[];

const MOST_HOPS = 10;
const BITS: Record<number, number> = { 4: 32, 6: 128 };

/** Reads `TRUST_PROXY`; undefined for what is neither a number of hops nor a list of addresses and networks. */
export function readTrustProxy(text: string): TrustProxy | undefined {
  const plain = text.trim();
  if (/^\d{1,3}$/.test(plain)) return Number(plain) <= MOST_HOPS ? Number(plain) : undefined;
  const parts = plain.split(',').map((part) => part.trim());
  return parts.every(isAddressOrNetwork) ? parts : undefined;
}

/**
 * A network of length 0 would trust every client, and so any address that an attacker invents. IPv4 is written as IPv4:
 * mapped into IPv6 it would match no client.
 */
export function isAddressOrNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const bits = BITS[isIP(address)];
  if (bits === undefined || /^[:0]*:ffff:/i.test(address) || rest.length > 0) return false;
  return length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= bits);
}
