import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import type { Span } from '../tracing/span.js';
import type { CallersTrace, Tracing } from '../tracing/tracing.js';
import { comesFrom } from './client-address.js';
import { routeOf } from './route-of.js';
import { whenStreamBegins } from './stream-routes.js';
import { surfaceAt } from './surfaces.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Its step of a trace; absent when it is not traced. */
    span?: Span | undefined;
  }
}

/** Each sampled request is a step of a trace; probes and scrapes are none. Without tracing no hook is added. */
export function addRequestSteps(
  fastify: FastifyInstance,
  tracing: Tracing,
  { trustProxy, tracing: wanted }: Settings,
): void {
  if (!tracing.isOn) return;
  const isOfProxy = wanted?.trustsCallers ? comesFrom(trustProxy) : () => false;
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (surfaceAt(request).surface !== 'system')
      request.span = tracing.request(callersTrace(request, isOfProxy));
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    endStep(request, reply);
    done();
  });
  whenStreamBegins(fastify, endStep);
}

function callersTrace(
  request: FastifyRequest,
  isOfProxy: (request: FastifyRequest) => boolean,
): CallersTrace | undefined {
  const { traceparent } = request.headers;
  // Sent twice it is joined by a comma, and no trace context any more.
  return typeof traceparent === 'string'
    ? { traceparent, isTrusted: isOfProxy(request) }
    : undefined;
}

function endStep(request: FastifyRequest, { statusCode }: FastifyReply) {
  const { span, method } = request;
  if (!span) return;
  const route = routeOf(request) ?? 'unknown';
  span.rename(`${method} ${route}`);
  span.set({
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': statusCode,
  });
  span.end(statusCode >= 500 ? statusCode : undefined);
}
