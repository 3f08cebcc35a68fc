import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pooledRandom } from '../crypto/uuid.js';
import { callOff, setAlarm, type Alarm } from '../deadline/alarms.js';
import { deadlineIn, runInRequest } from '../deadline/request-context.js';
import { surfaceAt } from './surfaces.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Rings when a body takes too long to come. */
    trickling?: Alarm;
  }
}

const WANTED = /^[\w.-]{8,64}$/;
/** A body that trickles in must not hold a connection for ever. */
const BODY_MS = 10_000;

/** A caller's own request id is kept when it is harmless, so that both logs can be joined. */
export const requestIdOf = (header: string | string[] | undefined): string =>
  typeof header === 'string' && WANTED.test(header) ? header : pooledRandom(8).toString('hex');

/** Gives every request its id, its deadline and the headers that all answers share. */
export function addRequestLifecycle(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    done();
  });
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (hasBody(request)) {
      request.trickling = setAlarm(BODY_MS, () => {
        if (!request.raw.complete) request.raw.destroy();
      });
    }
    done(null, payload);
  });
  // Once the body is here the time is ours; counted earlier, a slow upload would leave none to serve it.
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (request.trickling) callOff(request.trickling);
    const { deadlineMs } = surfaceAt(request);
    const context = {
      requestId: request.id,
      deadlineAt: deadlineIn(deadlineMs),
      // Few ask, and who was behind the proxies takes a while to find out.
      get source() {
        return request.clientAddress;
      },
    };
    runInRequest(context, done);
  });
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
