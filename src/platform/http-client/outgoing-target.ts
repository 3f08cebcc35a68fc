import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import { within } from '../deadline/within.js';
import { parseUrl } from '../values/parse-url.js';
import { addressesOf } from './name-lookup.js';

/** What may be a target: `public` only https at public addresses, `any` also http and private ones. */
export type TargetPolicy = 'any' | 'public';

const LOOKUP_MS = 1_500;
const PRIVATE = 'must not point to a private, loopback or link-local address';

/** IANA special-purpose ranges: none of them is a receiver on the public internet. */
const SPECIAL_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
/** Inside 2000::/3, the only range that is allocated: protocol assignments, documentation, 6to4. */
const SPECIAL_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const special = new BlockList();
SPECIAL_V4.forEach(([net, prefix]) => special.addSubnet(net, prefix, 'ipv4'));
SPECIAL_V6.forEach(([net, prefix]) => special.addSubnet(net, prefix, 'ipv6'));
const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');

export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  return isIPv6(address) && globalV6.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** The fault of a target as far as its text shows it, for people; undefined when there is none. */
export function faultOfUrl(text: string, policy: TargetPolicy): string | undefined {
  const url = parseUrl(text);
  if (!url) return 'must be an absolute URL';
  const schemes = policy === 'any' ? ['https:', 'http:'] : ['https:'];
  if (!schemes.includes(url.protocol)) return 'must be an https URL';
  if (url.username !== '' || url.password !== '') return 'must not hold user info';
  const host = hostOf(url);
  return policy === 'public' && isPrivateHost(host) ? PRIVATE : undefined;
}

/**
 * The same, with the addresses its name has right now. A name that does not resolve yet is no fault:
 * every send checks the address it connects to.
 */
export async function faultOfTarget(
  text: string,
  policy: TargetPolicy,
): Promise<string | undefined> {
  const fault = faultOfUrl(text, policy);
  const url = parseUrl(text);
  const host = url ? hostOf(url) : '';
  if (fault !== undefined || policy === 'any' || isIP(host)) return fault;
  const found = await within(LOOKUP_MS, addressesOf(host)).catch(() => []);
  return found.every(({ address }) => isPublicAddress(address)) ? undefined : PRIVATE;
}

const isPrivateHost = (host: string): boolean =>
  /(^|\.)localhost\.?$/.test(host) || (isIP(host) !== 0 && !isPublicAddress(host));

const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');
