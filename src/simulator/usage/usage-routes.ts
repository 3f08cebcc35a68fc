import type { FastifyInstance } from 'fastify';
import { readCallPlan } from '../bookings/booking-commands.js';
import { sendAnswer } from '../http/send-answer.js';
import type { UsageApi } from './usage-api.js';

const BODY_LIMIT = 5_000_000;

/** Wellhub's Events API and what commands it. */
export function usageRoutes(app: FastifyInstance, usage: UsageApi): void {
  app.post('/events', { bodyLimit: BODY_LIMIT }, async ({ headers, body }, reply) =>
    sendAnswer(reply, await usage.post(headers, body, (done) => reply.raw.once('close', done))),
  );
  app.get('/control/usage-events', () => usage.view());
  app.delete('/control/usage-events', (_request, reply) => {
    usage.clear();
    return reply.code(204).send();
  });
  app.post('/control/usage-answers', (request, reply) => {
    usage.plan(readCallPlan(request.body));
    return reply.code(204).send();
  });
  app.delete('/control/usage-answers', (_request, reply) => {
    usage.clearPlans();
    return reply.code(204).send();
  });
}
