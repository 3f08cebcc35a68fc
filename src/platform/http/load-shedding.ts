import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Counter, Gauge } from '@prometheus-io/client';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { GONE } from '../deadline/request-context.js';
import { Episode } from '../logging/episode.js';
import { Metrics } from '../metrics/metrics.js';
import type { AccessLog } from './access-log.js';
import { showGauge } from '../metrics/show-gauge.js';
import { EventLoopDelay } from './event-loop-delay.js';
import { LoadLimits, type Limited } from './load-limits.js';
import { whenStreamBegins } from './stream-routes.js';
import { surfaceAt } from './surfaces.js';
import { urgencyAt } from './urgency.js';

declare module 'fastify' {
  interface FastifyReply {
    /** As what it counts while it is under way. */
    inFlight?: Limited | undefined;
  }
}

/** Answers that there is too much to do, in the form of the surface. */
export type Refuse = (request: FastifyRequest, reply: FastifyReply) => void;

/**
 * Refuses early and cheaply the requests that could not be answered in time, so that those in flight are: doors and
 * signed webhooks last. A request whose client has disconnected ends at its next step.
 */
@Injectable()
export class LoadShedding implements OnModuleDestroy {
  private readonly refusals = new Episode(new Logger('load'), {
    begins: 'too much to do: requests are refused',
    lasts: 'still too much to do: requests are refused',
    over: 'no longer too much to do',
  });
  private readonly delay = new EventLoopDelay();
  private readonly limits: LoadLimits;
  private readonly shed: Counter<'surface'>;

  constructor(settings: Settings, metrics: Metrics) {
    this.limits = new LoadLimits(settings, this.delay);
    this.shed = this.showIn(metrics);
  }

  onModuleDestroy(): void {
    this.delay.stop();
  }

  /** Must be the first hook. */
  watch(fastify: FastifyInstance, refuse: Refuse, access: AccessLog): void {
    this.delay.start();
    fastify.addHook('onRequest', (request, reply, done) => {
      const urgency = urgencyAt(request);
      if (urgency === 'always') return done();
      if (reply.raw.destroyed) return void reply.hijack();
      if (this.limits.refuses(urgency)) {
        this.note(request);
        return refuse(request, reply);
      }
      this.limits.begin(urgency);
      reply.inFlight = urgency;
      reply.raw.once('close', () => {
        this.leave(reply);
        if (!reply.raw.writableFinished) abandon(request, reply, access);
      });
      done();
    });
    whenStreamBegins(fastify, (_request, reply) => this.leave(reply));
  }

  private leave(reply: FastifyReply): void {
    if (reply.inFlight) this.limits.end(reply.inFlight);
    reply.inFlight = undefined;
  }

  private note(request: FastifyRequest): void {
    this.shed.inc({ surface: surfaceAt(request).surface });
    const eventLoopDelayMs = Math.round(this.delay.lastingMs);
    this.refusals.occurs(() => ({ eventLoopDelayMs, inFlight: this.counts() }));
  }

  private readonly counts = () => ({
    door: this.limits.inFlight('door'),
    member: this.limits.inFlight('member'),
    other: this.limits.inFlight('other'),
  });

  private showIn({ registry }: Metrics): Counter<'surface'> {
    const { counts, delay } = this;
    const inFlight = new Gauge({
      name: 'gatehouse_requests_in_flight',
      help: 'Requests under way, by how urgent they are',
      aggregator: 'sum',
      labelNames: ['urgency'] as const,
      registers: [registry],
      collect() {
        for (const [urgency, count] of Object.entries(counts())) inFlight.set({ urgency }, count);
      },
    });
    showGauge(
      registry,
      {
        name: 'gatehouse_event_loop_delay_seconds',
        help: 'By how much the event loop was late in each of its last turns',
        aggregator: 'max',
      },
      () => delay.lastingMs / 1_000,
    );
    return new Counter({
      name: 'gatehouse_requests_shed_total',
      help: 'Requests refused because there was too much to do, by surface',
      labelNames: ['surface'] as const,
      registers: [registry],
    });
  }
}

/** No further step is started for it. A stream ends so, and had its line when it began. */
function abandon(request: FastifyRequest, reply: FastifyReply, access: AccessLog): void {
  if (request.served) request.served.deadlineAt = GONE;
  if (!request.routeOptions.config.declared?.isStream) access.noteAbandoned(request, reply);
}
