import type { FastifyInstance } from 'fastify';

const SWEEP_MS = 200;

/**
 * Lets the server end although connections live 310 s (W-20): once draining, every answer closes its
 * connection and idle ones are swept, so that only requests in progress are waited for.
 */
export class Draining {
  private draining = false;

  get started(): boolean {
    return this.draining;
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onSend', (_request, reply, payload, done) => {
      if (this.draining) void reply.header('Connection', 'close');
      done(null, payload);
    });
    fastify.addHook('preClose', (done) => {
      this.begin(fastify);
      done();
    });
  }

  begin(fastify: FastifyInstance): void {
    if (this.draining) return;
    this.draining = true;
    fastify.server.closeIdleConnections();
    setInterval(() => fastify.server.closeIdleConnections(), SWEEP_MS).unref();
  }
}
