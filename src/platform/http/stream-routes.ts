import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Calls back once for each request: when it is answered, or when its stream begins. See `whenStreamBegins`. */
export function whenAnswered(
  fastify: FastifyInstance,
  answered: (request: FastifyRequest, reply: FastifyReply) => void,
): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    if (!request.routeOptions.config.declared?.isStream) answered(request, reply);
    done();
  });
  whenStreamBegins(fastify, answered);
}

/**
 * Calls back when a route that `@Streams` begins its answer, or answers that there is none. Must run after
 * `DeclaredRoutes.watch` and before routes are added; other routes pay nothing for it.
 */
export function whenStreamBegins(
  fastify: FastifyInstance,
  begin: (request: FastifyRequest, reply: FastifyReply) => void,
): void {
  fastify.addHook('onRoute', (route) => {
    if (!route.config?.declared?.isStream) return;
    const hook = async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
      begin(request, reply);
      return payload;
    };
    route.onSend = [route.onSend ?? [], hook].flat();
  });
}
