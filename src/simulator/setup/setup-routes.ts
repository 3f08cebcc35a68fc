import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendAnswer } from '../http/send-answer.js';
import { readSetupCommand, type SimulatedSetup } from './simulated-setup.js';

type GymRequest = FastifyRequest<{ Params: { gym: string } }>;

/** Wellhub's Integration Setup API and what commands it. */
export function setupRoutes(app: FastifyInstance, setup: SimulatedSetup): void {
  app.get('/v1/systems/gyms', async ({ headers }, reply) =>
    sendAnswer(reply, setup.list(headers.authorization)),
  );
  app.get('/v1/systems/gyms/:gym/webhooks', async ({ headers, params }: GymRequest, reply) =>
    sendAnswer(reply, setup.webhooks(headers.authorization, params.gym)),
  );
  app.post('/v1/systems/gyms/:gym/webhooks', async ({ headers, params, body }: GymRequest, reply) =>
    sendAnswer(reply, setup.register(headers.authorization, params.gym, body)),
  );
  app.get('/control/setup', () => setup.view());
  app.put('/control/setup', (request) => {
    setup.command(readSetupCommand(request.body));
    return setup.view();
  });
}
