import { afterEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import type { TrustProxy } from '../config/trust-proxy.js';
import { addClientAddress, clientNetwork } from './client-address.js';

describe('the address of a client', () => {
  let server: FastifyInstance;
  afterEach(() => server.close());

  async function seen(trust: TrustProxy, headers: Record<string, string | string[]>) {
    server = Fastify();
    addClientAddress(server, trust);
    server.get('/', (request) => [request.clientAddress, clientNetwork(request)]);
    return (await server.inject({ url: '/', headers, remoteAddress: '127.0.0.1' })).json();
  }

  it('is what a trusted proxy wrote, and its network goes with it', async () => {
    const headers = { 'X-Forwarded-For': '198.51.100.1, 203.0.113.7:51234' };
    expect(await seen(1, headers)).toEqual(['203.0.113.7', '203.0.113.0/24']);
  });

  it('is the peer whatever any header contains while no proxy is trusted', async () => {
    const headers = {
      'X-Forwarded-For': '203.0.113.7',
      Forwarded: 'for=203.0.113.7',
      'X-Real-IP': '203.0.113.7',
      'CF-Connecting-IP': '203.0.113.7',
      'True-Client-IP': '203.0.113.7',
    };
    expect(await seen(0, headers)).toEqual(['127.0.0.1', '127.0.0.0/24']);
  });

  it('comes from no header but X-Forwarded-For, since a proxy hands on the others as it got them', async () => {
    const headers = { Forwarded: 'for=203.0.113.7', 'X-Real-IP': '203.0.113.7' };
    expect(await seen(1, headers)).toEqual(['127.0.0.1', '127.0.0.0/24']);
  });
});
