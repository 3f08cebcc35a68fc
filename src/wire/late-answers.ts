import type { FastifyInstance } from 'fastify';
import { callOff, setAlarm, type Alarm } from '../platform/deadline/alarms.js';
import { currentRequest, runInRequest } from '../platform/deadline/request-context.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { surfaceAt } from '../platform/http/surfaces.js';
import type { ErrorFilter } from './error-filter.js';

/** What is bound by the deadline itself fails first and says more than we could here. */
const GRACE_MS = 50;

declare module 'fastify' {
  interface FastifyReply {
    /** Rings when the time of the answer is up. */
    late?: Alarm;
  }
}

/** Every request is answered by the deadline of its surface, whatever its handler still waits for. */
export function answerInTime(fastify: FastifyInstance, filter: ErrorFilter): void {
  fastify.addHook('preHandler', (request, reply, done) => {
    const context = currentRequest();
    const answer = () => {
      const error = new DomainError(RequestErrors.unavailable, { retryAfterSeconds: 1 });
      filter.answer(error, request, reply);
    };
    reply.late = setAlarm(surfaceAt(request).deadlineMs + GRACE_MS, () => {
      // Whoever hung up hears nothing.
      if (reply.raw.destroyed) return;
      if (context) runInRequest(context, answer);
      else answer();
    });
    done();
  });
  fastify.addHook('onResponse', (_request, reply, done) => {
    if (reply.late) callOff(reply.late);
    done();
  });
}
