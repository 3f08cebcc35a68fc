import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  readValidatePlan,
  readCheckIn,
  readPerson,
  readRaw,
  readRegister,
  readTarget,
} from '../partner/commands.js';
import type { SimulatedWellhub } from './simulated-wellhub.js';

interface OnePerson {
  Querystring: { wellhubId?: string };
}

/** The control API: every method of the simulated Wellhub, over HTTP, for tests in any language. */
export function controlRoutes(app: FastifyInstance, wellhub: SimulatedWellhub): void {
  app.put('/control/target', (request) => {
    wellhub.setTarget(readTarget(request.body));
    return publicTarget(wellhub);
  });
  app.get('/control/target', () => publicTarget(wellhub));
  app.post('/control/check-in', (request) => wellhub.checkIn(readCheckIn(request.body)));
  app.post('/control/raw', (request) => wellhub.sendRaw(readRaw(request.body)));
  app.post('/control/register', (request) => wellhub.register(readRegister(request.body)));
  app.post('/control/cancel', (request) => ({
    canceled: wellhub.cancel(readPerson(request.body).wellhubId),
  }));
  app.post('/control/expire', (request) => ({
    expired: wellhub.expire(readPerson(request.body).wellhubId),
  }));
  answerRoutes(app, wellhub);
  bookRoutes(app, wellhub);
}

function answerRoutes(app: FastifyInstance, wellhub: SimulatedWellhub): void {
  const list = (): object => ({ answers: wellhub.plannedAnswers() });
  app.get('/control/answers', list);
  app.post('/control/answers', (request) => {
    wellhub.planAnswer(readValidatePlan(request.body));
    return list();
  });
  app.delete('/control/answers', (_request, reply) => {
    wellhub.clearAnswers();
    return noContent(reply);
  });
}

function bookRoutes(app: FastifyInstance, wellhub: SimulatedWellhub): void {
  app.get<OnePerson>('/control/ledger', ({ query }) => wellhub.ledger(oneId(query)));
  app.get<OnePerson>('/control/calls', ({ query }) => ({ calls: wellhub.calls(oneId(query)) }));
  app.delete('/control/ledger', (_request, reply) => {
    wellhub.clearLedger();
    return noContent(reply);
  });
}

/** A doubled parameter arrives as a list: it then filters by no person. */
function oneId({ wellhubId }: { wellhubId?: unknown }): string | undefined {
  return typeof wellhubId === 'string' ? wellhubId : undefined;
}

function noContent(reply: FastifyReply): FastifyReply {
  return reply.code(204).send();
}

/** The key and the secret are write-only here as everywhere. */
function publicTarget(wellhub: SimulatedWellhub): object {
  const target = wellhub.target();
  if (target === undefined) return { target: null };
  const { baseUrl, hook, wellhubGymId } = target;
  return { target: { baseUrl, hook, wellhubGymId } };
}
