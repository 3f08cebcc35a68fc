import type { TrustProxy } from '../config/trust-proxy.js';
import { NetworkList } from './network-list.js';
import { normalAddress } from './network.js';

/** Finds who is behind the proxies that `TRUST_PROXY` names. */
export class TrustedProxies {
  private readonly hops: number;
  private readonly networks: NetworkList;

  constructor(trust: TrustProxy) {
    this.hops = typeof trust === 'number' ? trust : 0;
    this.networks = new NetworkList(typeof trust === 'number' ? [] : trust);
  }

  /**
   * The address nearest to us that no trusted proxy has.
   * @param peer who holds the connection
   * @param forwarded `X-Forwarded-For`: each proxy appends the address of its peer, so only its end can be trusted
   */
  clientOf(peer: string, forwarded: string | undefined): string {
    let client = normalAddress(peer) ?? 'unknown';
    if (forwarded === undefined) return client;
    const named = forwarded.split(',').toReversed();
    for (const [hop, entry] of named.entries()) {
      if (!this.trusts(client, hop)) return client;
      const before = readEntry(entry);
      // A proxy that appends no address of its peer is the last one that is known.
      if (before === undefined) return client;
      client = before;
    }
    return client;
  }

  /** Whether who holds the connection is one of them. */
  trustsPeer(peer: string): boolean {
    return this.trusts(normalAddress(peer) ?? 'unknown', 0);
  }

  private trusts(address: string, hop: number): boolean {
    return hop < this.hops || this.networks.has(address);
  }
}

/** What gateways write: an address, alone or with a port, IPv6 with brackets or without, all of it quoted or not. */
function readEntry(entry: string): string | undefined {
  const text = entry.trim().replace(/^"(.*)"$/, '$1');
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1];
  return normalAddress(bracketed ?? text) ?? normalAddress(text.replace(/:\d{1,5}$/, ''));
}
