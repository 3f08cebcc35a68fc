import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { deviceApiRoutes } from '../device-api/device-api-routes.js';
import { deviceControlRoutes } from '../device-control/device-control-routes.js';
import { devicePageRoutes } from '../device-page/device-page-routes.js';
import type { SimulatedDevice } from '../device/simulated-device.js';
import { bookingRoutes } from '../bookings/booking-routes.js';
import { controlRoutes } from '../wellhub/control-routes.js';
import { InvalidInput } from '../http/input.js';
import { isLocalName, isLoopback } from '../http/local-names.js';
import { phoneRoutes } from '../phone/phone-routes.js';
import { setupRoutes } from '../setup/setup-routes.js';
import { sendAnswer } from '../http/send-answer.js';
import { reportRequests, type SeenRequest } from '../http/seen-request.js';
import type { SimulatedWellhub } from '../wellhub/simulated-wellhub.js';
import { usageRoutes } from '../usage/usage-routes.js';

export interface Served {
  readonly host: string;
  /** false: only what the real Wellhub serves, for a network that is not trusted. */
  readonly withControl?: boolean | undefined;
  readonly onRequest?: ((request: SeenRequest) => void) | undefined;
}

/** What the simulator plays. */
export interface SimulatorParts {
  readonly wellhub: SimulatedWellhub;
  readonly device: SimulatedDevice;
}

/** The HTTP face of the simulator: Wellhub's APIs, the device's own API, the control API and the two pages. */
export function buildServer(
  { wellhub, device }: SimulatorParts,
  { host, withControl = true, onRequest }: Served,
): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true });
  if (onRequest !== undefined) reportRequests(app, onRequest);
  readJsonOnly(app);
  answerErrorsAsJson(app);
  if (!withControl) serveOnlyWellhub(app);
  if (isLoopback(host)) refuseForeignNames(app);
  refuseForeignPages(app);
  app.post('/access/v1/validate', async (request, reply) => {
    const answer = await wellhub.access.validate(request.headers, request.body, (done) =>
      reply.raw.once('close', done),
    );
    return sendAnswer(reply, answer);
  });
  bookingRoutes(app, wellhub.bookings);
  setupRoutes(app, wellhub.setup);
  usageRoutes(app, wellhub.usage);
  controlRoutes(app, wellhub);
  deviceControlRoutes(app, device);
  app.register(async (scope) => deviceApiRoutes(scope, device));
  app.register(async (scope) => devicePageRoutes(scope, device));
  app.register(async (scope) => phoneRoutes(scope, wellhub));
  return app;
}

const OF_WELLHUB = /^\/(access|booking|v1|events)\b/;

/** By the route that was found, for a path can be spelled in many ways. */
function serveOnlyWellhub(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ routeOptions }, reply) => {
    if (routeOptions.url === undefined || OF_WELLHUB.test(routeOptions.url)) return;
    return reply.code(404).send({ message: 'Not found' });
  });
}

/** An empty body is no error by itself: `DELETE` often comes with a media type and nothing else. */
function readJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, String(body), done);
  });
}

function answerErrorsAsJson(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error instanceof InvalidInput ? 400 : (error.statusCode ?? 500);
    const message = status < 500 ? error.message : 'Internal Server Error';
    return reply.code(status).send({ message });
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ message: 'Not found' }));
}

/** A page whose name was made to lead here (DNS rebinding) must not even read. */
function refuseForeignNames(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isLocalName(request.headers.host)) return;
    return reply.code(403).send({ message: 'Not under this name: open it as localhost' });
  });
}

/** A page of another site must not command the simulator from the developer's own browser. */
function refuseForeignPages(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (isReading || request.headers['sec-fetch-site'] !== 'cross-site') return;
    return reply.code(403).send({ message: 'Not from another site' });
  });
}
