import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, defineErrors } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { Metrics } from '../metrics/metrics.js';
import { showGauge } from '../metrics/show-gauge.js';
import { EventStream } from './event-stream.js';

export const StreamErrors = defineErrors('stream', {
  tooMany: { kind: 'rate-limited', title: 'Too many live connections are open' },
});

/** Of one process. A person has a few tabs; a partner has its staff and some software. */
const MOST_OF_CALLER = 8;
const MOST_OF_PARTNER = 60;
const MOST = 500;

const CHECK_EVERY_MS = 1_000;
const BEATS_EVERY_CHECKS = 5;
/** The callers checked at once: a check reads the database only when what is remembered is old. */
const CHECKED_AT_ONCE = 8;

interface Guard {
  stillAdmits(request: FastifyRequest): Promise<boolean>;
}

/**
 * All answers of this process that go on by themselves. Every one ends within 5 s after its session, key or role has
 * ended, and with the process.
 */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  private readonly open = new Map<EventStream, FastifyRequest>();
  private guard: Guard | undefined;
  private timer: NodeJS.Timeout | undefined;
  private ticks = 0;
  private isChecking = false;
  private isStopping = false;

  constructor({ registry }: Metrics) {
    showGauge(
      registry,
      {
        name: 'gatehouse_event_streams',
        help: 'Open connections with server-sent events',
        aggregator: 'sum',
      },
      () => this.open.size,
    );
  }

  watch(guard: Guard): void {
    this.guard = guard;
    this.timer = setInterval(() => this.tick(), CHECK_EVERY_MS).unref();
  }

  /** Begins the answer of a route that `@Streams`. @throws stream.too-many, request.unavailable */
  begin(request: FastifyRequest, reply: FastifyReply): EventStream {
    this.checkRoom(request);
    const stream = new EventStream(reply);
    this.open.set(stream, request);
    stream.onClose(() => this.open.delete(stream));
    return stream;
  }

  /** Before connections are waited for. */
  onModuleDestroy(): void {
    this.isStopping = true;
    clearInterval(this.timer);
    for (const stream of this.open.keys()) stream.end('restart');
  }

  private checkRoom({ caller, tenantId }: FastifyRequest): void {
    if (this.isStopping || this.open.size >= MOST)
      throw new DomainError(RequestErrors.unavailable, { retryAfterSeconds: 5 });
    const others = [...this.open.values()];
    const ofCaller = others.filter((other) => other.caller?.keyId === caller?.keyId).length;
    const ofPartner = others.filter((other) => other.tenantId === tenantId).length;
    if (ofCaller < MOST_OF_CALLER && ofPartner < MOST_OF_PARTNER) return;
    const whose = ofCaller < MOST_OF_CALLER ? 'this partner' : 'this session or key';
    const detail = `Too many live connections of ${whose} are open: close one and try again.`;
    throw new DomainError(StreamErrors.tooMany, { detail, retryAfterSeconds: 30 });
  }

  private tick(): void {
    this.ticks = (this.ticks + 1) % BEATS_EVERY_CHECKS;
    if (this.ticks === 0) for (const stream of this.open.keys()) stream.beat();
    if (!this.isChecking) void this.check();
  }

  private async check(): Promise<void> {
    this.isChecking = true;
    const all = [...this.open];
    for (let at = 0; at < all.length; at += CHECKED_AT_ONCE)
      await Promise.all(all.slice(at, at + CHECKED_AT_ONCE).map((one) => this.checkOne(...one)));
    this.isChecking = false;
  }

  private async checkOne(stream: EventStream, request: FastifyRequest): Promise<void> {
    // While the database is away this is unknown; no new data is read then, either.
    const isAdmitted = await this.guard?.stillAdmits(request).catch(() => true);
    if (!isAdmitted) stream.end('session-ended');
  }
}
