import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Metrics } from '../metrics/metrics.js';
import { showGauge } from '../metrics/show-gauge.js';

const SWEEP_MS = 200;
/** A connection that has sent nothing for this long during a stop was opened in advance, as browsers do. */
const SILENT_MS = 1_000;

/**
 * Lets the server end although connections live for minutes (W-20): from the first moment of a stop we are not
 * ready and every answer closes its connection; once the server closes, idle ones are swept, so that only
 * requests in progress are waited for.
 */
@Injectable()
export class Draining implements OnModuleDestroy {
  private draining = false;
  /** Connections without a first request, which Node does not count as idle, by when they were opened. */
  private readonly silent = new Map<Socket, number>();

  constructor({ registry }: Metrics) {
    showGauge(
      registry,
      {
        name: 'gatehouse_draining',
        help: '1 while the process stops: requests in progress end, no new ones should come',
        aggregator: 'max',
      },
      () => Number(this.draining),
    );
  }

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
    fastify.server.on('connection', (socket: Socket) => {
      this.silent.set(socket, performance.now());
      socket.once('close', () => this.silent.delete(socket));
    });
    fastify.server.on('request', ({ socket }) => this.silent.delete(socket));
    fastify.addHook('preClose', (done) => {
      const sweep = () => this.sweep(fastify);
      sweep();
      const sweeping = setInterval(sweep, SWEEP_MS).unref();
      fastify.server.once('close', () => clearInterval(sweeping));
      done();
    });
  }

  private sweep(fastify: FastifyInstance): void {
    fastify.server.closeIdleConnections();
    const since = performance.now() - SILENT_MS;
    for (const [socket, opened] of this.silent) if (opened < since) socket.destroy();
  }
}
