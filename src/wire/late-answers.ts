import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  clearCoarseTimeout,
  setCoarseTimeout,
  type CoarseTimer,
} from '../platform/deadline/coarse-timers.js';
import { allowedMs, runInRequest } from '../platform/deadline/request-context.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { hasBody } from '../platform/http/body-checks.js';
import { whenStreamBegins } from '../platform/http/stream-routes.js';
import { surfaceAt } from '../platform/http/surfaces.js';
import type { ErrorFilter } from './error-filter.js';

/** Work that is bound by the deadline fails first, with a more precise error than is possible here. */
const GRACE_MS = 50;

declare module 'fastify' {
  interface FastifyReply {
    /** Fires at the deadline of the answer. */
    late?: CoarseTimer;
  }
}

/**
 * Every request is answered by the deadline of its surface, whatever its guard or handler still waits for. The time in
 * which a body arrives does not count.
 */
export function answerInTime(fastify: FastifyInstance, filter: ErrorFilter): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.late = lateAnswer(request, reply, filter);
    done();
  });
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    if (reply.late && hasBody(request)) clearCoarseTimeout(reply.late);
    done(null, payload);
  });
  fastify.addHook('preValidation', (request, reply, done) => {
    if (hasBody(request)) reply.late = lateAnswer(request, reply, filter);
    done();
  });
  fastify.addHook('onResponse', (_request, reply, done) => {
    stopWaiting(reply);
    done();
  });
  whenStreamBegins(fastify, (_request, reply) => stopWaiting(reply));
}

function stopWaiting({ late }: FastifyReply): void {
  if (late) clearCoarseTimeout(late);
}

function lateAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  filter: ErrorFilter,
): CoarseTimer {
  const answer = () => {
    const error = new DomainError(RequestErrors.unavailable, { retryAfterSeconds: 1 });
    filter.answer(error, request, reply);
  };
  const ms = allowedMs(surfaceAt(request).deadlineMs, request.served) + GRACE_MS;
  return setCoarseTimeout(ms, () => {
    // The client has hung up.
    if (reply.raw.destroyed) return;
    if (request.served) runInRequest(request.served, answer);
    else answer();
  });
}
