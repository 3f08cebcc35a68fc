import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { deadlineIn, runInRequest } from '../deadline/request-context.js';
import { surfaceOf } from './surfaces.js';

const WANTED = /^[\w.-]{8,64}$/;

/** A caller's own request id is kept when it is harmless, so that both logs can be joined. */
export const requestIdOf = (header: string | string[] | undefined): string =>
  typeof header === 'string' && WANTED.test(header) ? header : randomBytes(8).toString('hex');

/** Gives every request its id, its deadline and the headers that all answers share. */
export function addRequestLifecycle(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    const { deadlineMs } = surfaceOf(request.url);
    runInRequest({ requestId: request.id, deadlineAt: deadlineIn(deadlineMs) }, done);
  });
  // A body that trickles in must not hold a connection for ever.
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const timer = setTimeout(() => request.raw.destroy(), BODY_MS);
    payload.on('close', () => clearTimeout(timer));
    payload.on('end', () => clearTimeout(timer));
    done(null, payload);
  });
}

const BODY_MS = 10_000;
