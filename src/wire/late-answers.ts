import type { FastifyInstance } from 'fastify';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { surfaceOf } from '../platform/http/surfaces.js';
import type { ErrorFilter } from './error-filter.js';

/** What is bound by the deadline itself fails first and says more than we could here. */
const GRACE_MS = 50;

/** Every request is answered by the deadline of its surface, whatever its handler still waits for. */
export function answerInTime(fastify: FastifyInstance, filter: ErrorFilter): void {
  fastify.addHook('preHandler', (request, reply, done) => {
    const late = setTimeout(
      () => {
        const error = new DomainError(RequestErrors.unavailable, { retryAfterSeconds: 1 });
        filter.answer(error, request, reply);
      },
      surfaceOf(request.url).deadlineMs + GRACE_MS,
    );
    reply.raw.once('close', () => clearTimeout(late));
    done();
  });
}
