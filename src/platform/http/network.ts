import { isIPv4, isIPv6 } from 'node:net';

/** The network around an address, as limits count it: the /24 or /64, which one household or company holds. */
export function networkOf(address: string): string {
  const plain = normalAddress(address);
  if (plain === undefined) return 'unknown';
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  return `${groupsOf(plain).slice(0, 4).join(':')}::/64`;
}

/** One spelling per address: lower case, no zone, the shortest form, IPv4 also when it is mapped into IPv6. */
export function normalAddress(text: string): string | undefined {
  const [plain = ''] = text.split('%', 1);
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return undefined;
  // The URL parser knows every form of them.
  const canonical = new URL(`http://[${plain}]/`).hostname.slice(1, -1);
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(canonical);
  return mapped ? dotted(mapped.slice(1)) : canonical;
}

const dotted = (groups: readonly string[]): string =>
  groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((value) => [value >> 8, value & 0xff])
    .join('.');

/** The eight groups of an address, written out. */
function groupsOf(canonical: string): string[] {
  const [head = '', tail] = canonical.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after];
}
