import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import type { ErrorKind, ErrorSpec } from '../errors/domain-error.js';
import { Episode } from '../logging/episode.js';
import { ACCESS_ROOM } from '../logging/logger.js';
import { clientNetwork } from './client-address.js';
import { routeOf } from './route-of.js';
import { whenAnswered } from './stream-routes.js';
import { surfaceAt } from './surfaces.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The error that answers it. */
    failure?: ErrorSpec;
  }
}

/** Of the other requests that went well, one in a hundred. */
const SAMPLED = 0.01;
/** The client hung up before it was answered; the number that proxies use. */
const ABANDONED = 499;
/** Refused because of what is around the request, as many others are: an outage, too much to do. */
const REFUSALS: ReadonlySet<number> = new Set([429, 503]);
/** An operator looks for callers who were not let in, or came too often, by their network. */
const BY_NETWORK: ReadonlySet<ErrorKind | undefined> = new Set([
  'unauthenticated',
  'forbidden',
  'rate-limited',
]);

/** A line per request, as far as ACCESS_LOG wants them: calls of Wellhub and failures always, successes sampled. */
export class AccessLog {
  private readonly logger = new Logger(ACCESS_ROOM);
  private readonly unreadable = new Episode(this.logger, UNREADABLE);
  private readonly refusals = new Map<string, Episode>();

  constructor(private readonly settings: Settings) {}

  watch(fastify: FastifyInstance): void {
    if (this.isOff) return;
    whenAnswered(fastify, (request, reply) => this.note(request, reply, reply.statusCode));
  }

  /** The client hung up first. */
  noteAbandoned(request: FastifyRequest, reply: FastifyReply): void {
    if (!this.isOff) this.note(request, reply, ABANDONED);
  }

  /** What came was no request that can be read, so that less is known of it. */
  noteUnreadable(status: number): void {
    if (!this.isOff) this.unreadable.occurs(() => ({ status }));
  }

  private get isOff(): boolean {
    return this.settings.accessLog === 'off';
  }

  private note(request: FastifyRequest, reply: FastifyReply, status: number): void {
    if (status < 400 ? this.isLeftOut(request) : this.isCounted(request, reply, status)) return;
    this.logger[severityOf(request, status)](lineOf(request, reply, status));
  }

  private isLeftOut(request: FastifyRequest): boolean {
    const { accessLog } = this.settings;
    if (accessLog === 'all') return false;
    return accessLog === 'errors' || (!isOfWellhub(request) && Math.random() >= SAMPLED);
  }

  /** Each one is worth a line only while there are few of them. */
  private isCounted(request: FastifyRequest, reply: FastifyReply, status: number): boolean {
    if (this.settings.accessLog === 'all' || !REFUSALS.has(status)) return false;
    if (isOfWellhub(request)) return false;
    // A probe that finds a replica unready is no trouble of a caller.
    if (surfaceAt(request).surface === 'system') return true;
    this.episodeOf(status, request.failure?.code).occurs(() => lineOf(request, reply, status));
    return true;
  }

  private episodeOf(status: number, code: string | undefined): Episode {
    const key = `${status} ${code}`;
    const known = this.refusals.get(key);
    if (known) return known;
    const made = new Episode(this.logger, WORDS, { status, code });
    this.refusals.set(key, made);
    return made;
  }
}

const UNREADABLE = {
  begins: 'something came that is no readable request',
  lasts: 'unreadable requests still come',
  over: 'no unreadable requests come any more',
} as const;

const WORDS = {
  begins: 'requests are refused',
  lasts: 'requests are still refused',
  over: 'requests are refused no longer',
} as const;

const isOfWellhub = (request: FastifyRequest): boolean =>
  surfaceAt(request).surface.startsWith('wellhub');

const severityOf = ({ failure }: FastifyRequest, status: number): 'warn' | 'log' =>
  failure?.kind === 'unauthenticated' || status >= 500 ? 'warn' : 'log';

function lineOf(request: FastifyRequest, reply: FastifyReply, status: number): object {
  const { id: requestId, method, failure } = request;
  const isByNetwork = BY_NETWORK.has(failure?.kind) || isOfWellhub(request);
  const bytes = Number(reply.getHeader('content-length'));
  return {
    msg: 'request',
    method,
    route: routeOf(request),
    status,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    ...(Number.isFinite(bytes) && { bytes }),
    surface: surfaceAt(request).surface,
    code: failure?.code,
    requestId,
    traceId: request.span?.traceId,
    partnerId: request.served?.partnerId,
    ...(isByNetwork && { network: clientNetwork(request) }),
  };
}
