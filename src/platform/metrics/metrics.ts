import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Registry } from '@prometheus-io/client';
import type { FastifyInstance } from 'fastify';
import { REVISION } from '../config/environment.js';
import { VERSION } from '../config/version.js';
import { whenAnswered } from '../http/stream-routes.js';
import { RequestTimes } from './request-times.js';

/** Several processes behind one port. */
interface Group {
  scrape(): Promise<string>;
}

/** Of the library, and named against Prometheus' own rules; others have the same numbers. */
const MISNAMED = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
  'nodejs_eventloop_utilization_histogram',
  'nodejs_eventloop_utilization_summary',
];

/**
 * Everything `/metrics` shows (docs/metrics.md). Labels are routes, statuses, codes and names of ours: never an id, never
 * a person.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private group: Group | undefined;
  private readonly requests = new RequestTimes(this.registry);

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
    for (const name of MISNAMED) this.registry.removeSingleMetric(name);
    showBuild(this.registry);
  }

  join(group: Group): void {
    this.group = group;
  }

  /** Of this process, or of all behind its port. */
  text(): Promise<string> {
    return this.group ? this.group.scrape() : this.registry.metrics();
  }

  watch(fastify: FastifyInstance): void {
    whenAnswered(fastify, (request, reply) => this.requests.observe(request, reply));
  }
}

function showBuild(registry: Registry): void {
  const build = new Gauge({
    name: 'gatehouse_build_info',
    help: 'What runs: always 1',
    aggregator: 'max',
    labelNames: ['version', 'revision', 'node'] as const,
    registers: [registry],
  });
  build.set({ version: VERSION, revision: REVISION, node: process.versions.node }, 1);
}
