import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';

/** A request as it reached the simulator, whatever it made of it. */
export interface SeenRequest {
  readonly at: Date;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Missing while, or when, it could not be read. */
  body?: unknown;
  /** Missing until an answer left, so always when none does. */
  status?: number;
}

/** Reports every request when it arrives; the rest of it is filled in as it becomes known. */
export function reportRequests(app: FastifyInstance, report: (request: SeenRequest) => void): void {
  const open = new WeakMap<FastifyRequest, SeenRequest>();
  app.addHook('onRequest', async (request) => {
    const { method, url, headers } = request;
    const seen: SeenRequest = { at: new Date(), method, url, headers };
    open.set(request, seen);
    report(seen);
  });
  app.addHook('preHandler', async (request) => {
    const seen = open.get(request);
    if (seen !== undefined) seen.body = request.body;
  });
  app.addHook('onResponse', async (request, reply) => {
    const seen = open.get(request);
    if (seen !== undefined) seen.status = reply.statusCode;
  });
}
