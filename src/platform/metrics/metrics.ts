import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from '@prometheus-io/client';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { whenAnswered } from '../http/stream-routes.js';

/** Several processes behind one port. */
interface Group {
  scrape(): Promise<string>;
}

/** Everything `/metrics` shows. Labels are routes, statuses and codes: never an id, never a person. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private group: Group | undefined;

  readonly requests = new Histogram({
    name: 'gatehouse_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  readonly alerts = new Counter({
    name: 'gatehouse_alerts_total',
    help: 'Alerts raised, by code',
    labelNames: ['code'] as const,
    registers: [this.registry],
  });

  readonly refusedWebhooks = new Counter({
    name: 'gatehouse_wellhub_webhooks_refused_total',
    help: 'Inbound webhooks whose signature or address did not match',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  join(group: Group): void {
    this.group = group;
  }

  /** Of this process, or of all behind its port. */
  text(): Promise<string> {
    return this.group ? this.group.scrape() : this.registry.metrics();
  }

  watch(fastify: FastifyInstance): void {
    whenAnswered(fastify, (request, reply) => this.observe(request, reply));
  }

  private observe({ method, routeOptions }: FastifyRequest, reply: FastifyReply): void {
    const labels = {
      method,
      route: routeOptions.url ?? 'unknown',
      status: String(reply.statusCode),
    };
    this.requests.observe(labels, reply.elapsedTime / 1000);
  }
}
