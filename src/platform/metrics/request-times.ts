import { Histogram, type Registry } from '@prometheus-io/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routeOf } from '../http/route-of.js';

type Labels = 'method' | 'route' | 'status';
type Child = ReturnType<Histogram<Labels>['labels']>;
type ByStatus = Map<number, Child>;
type ByMethod = Map<string, ByStatus>;

/** Deadlines of surfaces are among the bounds: 0.7 s (doors), 0.9 s (webhooks), 2.5 s (most others). */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.7, 0.9, 1, 2.5];
/** What no route takes is one series for each status, whatever a client invents. */
const UNKNOWN = { method: 'other', route: 'unknown' } as const;

/** How long requests took. The labels of a route are made once for each status that it answers. */
export class RequestTimes {
  private readonly histogram: Histogram<Labels>;
  /** By what a request shares with all others of its route, then by method. */
  private readonly byRoute = new WeakMap<object, ByMethod>();
  /** Of a route that serves several addresses: by the name of each. */
  private readonly byName = new Map<string, ByStatus>();
  private readonly unknown: ByStatus = new Map();

  constructor(registry: Registry) {
    this.histogram = new Histogram({
      name: 'gatehouse_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: BUCKETS,
      registers: [registry],
    });
  }

  observe(request: FastifyRequest, reply: FastifyReply): void {
    const { statusCode } = reply;
    const known = this.ofRoute(request);
    const child = known.get(statusCode) ?? this.add(known, request, statusCode);
    child.observe(reply.elapsedTime / 1000);
  }

  private ofRoute({
    method,
    servedRoute,
    routeOptions: { url, config },
  }: FastifyRequest): ByStatus {
    if (url === undefined) return this.unknown;
    if (servedRoute !== undefined) return this.ofName(`${method} ${servedRoute}`);
    const known = this.byRoute.get(config)?.get(method);
    if (known) return known;
    const made: ByStatus = new Map();
    const methods: ByMethod = this.byRoute.get(config) ?? new Map();
    this.byRoute.set(config, methods.set(method, made));
    return made;
  }

  private ofName(name: string): ByStatus {
    const known = this.byName.get(name) ?? new Map<number, Child>();
    this.byName.set(name, known);
    return known;
  }

  private add(known: ByStatus, request: FastifyRequest, status: number) {
    const route = routeOf(request);
    const of = route === undefined ? UNKNOWN : { method: request.method, route };
    const child = this.histogram.labels({ ...of, status: String(status) });
    known.set(status, child);
    return child;
  }
}
