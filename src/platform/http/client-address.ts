import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TrustProxy } from '../config/trust-proxy.js';
import { networkOf } from './network.js';
import { TrustedProxies } from './trusted-proxies.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The address of the client beyond the proxies of `TRUST_PROXY` (`request.ip` is that of the peer only). */
    readonly clientAddress: string;
  }
}

/** Adds `request.clientAddress`, computed on first use: few routes need it, and parsing the header costs time. */
export function addClientAddress(fastify: FastifyInstance, trust: TrustProxy): void {
  const proxies = new TrustedProxies(trust);
  fastify.decorateRequest('clientAddress', {
    getter(this: FastifyRequest) {
      // Repeated headers are one list, joined by Node in the order in which they came.
      const forwarded = this.headers['x-forwarded-for'];
      return proxies.clientOf(this.socket.remoteAddress ?? '', forwarded?.toString());
    },
  });
}

/** The client's network, as limits and locks count it: a /24 or /64. */
export const clientNetwork = ({ clientAddress }: FastifyRequest): string =>
  networkOf(clientAddress);

/** Whether a request comes from one of these proxies themselves. */
export function comesFrom(trust: TrustProxy): (request: FastifyRequest) => boolean {
  const proxies = new TrustedProxies(trust);
  return ({ socket }) => proxies.trustsPeer(socket.remoteAddress ?? '');
}

/** Whether a proxy named the client of a request in `X-Forwarded-For`, and whether that is read here. */
export type Forwarding = 'none' | 'read' | 'unread';

export function forwardingOf({ headers }: FastifyRequest, trust: TrustProxy): Forwarding {
  if (headers['x-forwarded-for'] === undefined) return 'none';
  return trust === 0 ? 'unread' : 'read';
}
