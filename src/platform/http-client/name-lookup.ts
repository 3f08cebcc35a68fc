import dns from 'node:dns/promises';
import type { LookupFunction } from 'node:net';

/**
 * The addresses of a public name. Queries the name servers over sockets of its own: `dns.lookup` would wait in the
 * thread pool, where a name server that never answers would block all other look-ups and log-ins.
 */
export async function addressesOf(name: string): Promise<{ address: string; family: 4 | 6 }[]> {
  const [v4, v6] = await Promise.all([
    dns.resolve4(name).catch(() => []),
    dns.resolve6(name).catch(() => []),
  ]);
  return [
    ...v4.map((address) => ({ address, family: 4 as const })),
    ...v6.map((address) => ({ address, family: 6 as const })),
  ];
}

/** The same for a socket. */
export const lookupByDns: LookupFunction = async (name, { all }, callback) => {
  const found = await addressesOf(name);
  const [first] = found;
  if (!first) callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
  else if (all) callback(null, found);
  else callback(null, first.address, first.family);
};
