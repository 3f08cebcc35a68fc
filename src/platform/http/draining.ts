import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

const SWEEP_MS = 200;

/**
 * Lets the server end although connections live 310 s (W-20): from the first moment of a stop we are not
 * ready and every answer closes its connection; once the server closes, idle ones are swept, so that only
 * requests in progress are waited for.
 */
@Injectable()
export class Draining implements OnModuleDestroy {
  private draining = false;

  get started(): boolean {
    return this.draining;
  }

  /** The first thing that Nest calls when it closes, before background work is waited for. */
  onModuleDestroy(): void {
    this.draining = true;
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onSend', (_request, reply, payload, done) => {
      if (this.draining) void reply.header('Connection', 'close');
      done(null, payload);
    });
    fastify.addHook('preClose', (done) => {
      const sweep = () => fastify.server.closeIdleConnections();
      sweep();
      const sweeping = setInterval(sweep, SWEEP_MS).unref();
      fastify.server.once('close', () => clearInterval(sweeping));
      done();
    });
  }
}
