import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatedDevice } from '../device/simulated-device.js';
import { isJsonObject, type JsonObject } from '../device-answers/json-shape.js';
import { InvalidInput } from '../http/input.js';
import { DeviceSessions } from './device-sessions.js';

type ApiRequest = FastifyRequest<{
  Params: { endpoint: string };
  Querystring: { session?: string };
}>;

/** The device's own API, which the set-up script calls in the gym's network. */
export function deviceApiRoutes(app: FastifyInstance, device: SimulatedDevice): void {
  const sessions = new DeviceSessions();
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error instanceof InvalidInput ? 400 : (error.statusCode ?? 500);
    return refuse(reply, status, status < 500 ? error.message : 'Internal Server Error');
  });
  app.post('/login.fcgi', ({ body }, reply) => {
    const { login, password } = objectOf(body);
    const session = sessions.logIn(login, password);
    return session === undefined ? refuse(reply, 401, 'Invalid login or password') : { session };
  });
  app.post('/session_is_valid.fcgi', ({ query }: ApiRequest) =>
    asSession(sessions.isValid(query.session)),
  );
  app.post('/logout.fcgi', ({ query }: ApiRequest) => {
    sessions.logOut(query.session);
    return {};
  });
  app.post('/:endpoint.fcgi', ({ params, query, body }: ApiRequest, reply) => {
    const { endpoint } = params;
    if (endpoint !== 'change_login' && !device.commands.has(endpoint))
      return refuse(reply, 404, `This device has no '${endpoint}.fcgi'`);
    if (!sessions.isValid(query.session)) return refuse(reply, 401, 'Invalid session');
    if (endpoint !== 'change_login') return device.commands.run(endpoint, objectOf(body));
    const { login, password } = objectOf(body);
    sessions.changeAccount(login, password);
    return {};
  });
}

const asSession = (isValid: boolean) => ({ session_is_valid: isValid });

const refuse = (reply: FastifyReply, status: number, error: string): FastifyReply =>
  reply.code(status).send({ error, code: 1 });

function objectOf(body: unknown): JsonObject {
  if (body === undefined) return {};
  if (!isJsonObject(body)) throw new InvalidInput('The body must be a JSON object');
  return body;
}
