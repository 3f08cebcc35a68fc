import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorFacts } from '../errors/domain-error.js';
import { urgencyAt } from './urgency.js';

type Refuse = (request: FastifyRequest, reply: FastifyReply, facts: ErrorFacts) => void;

const ELSEWHERE: ErrorFacts = {
  detail:
    'This process does background work only (ROLE=worker); send requests to one with ROLE=api or ROLE=all',
  retryAfterSeconds: 1,
};

/**
 * A process of the role `worker` answers health and metrics, and refuses all other requests. Must be the first hook.
 */
export function refuseRequests(fastify: FastifyInstance, refuse: Refuse): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (urgencyAt(request) === 'always') done();
    else refuse(request, reply, ELSEWHERE);
  });
}
