import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import { pooledRandom } from '../crypto/uuid.js';
import {
  clearCoarseTimeout,
  setCoarseTimeout,
  type CoarseTimer,
} from '../deadline/coarse-timers.js';
import { deadlineIn, runInRequest, type RequestContext } from '../deadline/request-context.js';
import { invalid } from '../errors/request-errors.js';
import { hasBody } from './body-checks.js';
import { UNSTORABLE, unstorablePath } from '../values/storable-text.js';
import { routeOf } from './route-of.js';
import { addConditionalReads } from './conditional-reads.js';
import { sharedHeaders } from './shared-headers.js';
import { isReadByHandler, surfaceAt } from './surfaces.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What everything that serves this request may know (`currentRequest`). */
    served?: RequestContext;
    /** Fires when a body takes too long to arrive. */
    trickling?: CoarseTimer;
  }
}

/** PostgreSQL stores no NUL, and nothing of ours is called so. */
const NUL = /%00/;
const WANTED = /^[\w.-]{8,64}$/;
/** A slow body must not hold a connection for ever, also one that was refused before it arrived. */
const BODY_MS = 10_000;

/** A caller's own request id is kept when it is harmless, so that both logs can be joined. */
export const requestIdOf = (header: string | string[] | undefined): string =>
  typeof header === 'string' && WANTED.test(header) ? header : pooledRandom(8).toString('hex');

/** Adds the id, the deadline, the shared headers and the conditions of reads to every request. */
export function addRequestLifecycle(
  fastify: FastifyInstance,
  { publicUrl, deadlineFactor }: Pick<Settings, 'publicUrl' | 'deadlineFactor'>,
): void {
  const shared = sharedHeaders(publicUrl);
  addConditionalReads(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(shared).header('X-Request-Id', request.id);
    if (hasBody(request))
      request.trickling = setCoarseTimeout(BODY_MS, () => cutIncomplete(request));
    request.served = new ServedRequest(request, deadlineFactor);
    runInRequest(request.served, done);
  });
  // The deadline runs from the end of the body; counted earlier, a slow upload would leave no time to serve it.
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (request.trickling) clearCoarseTimeout(request.trickling);
    if (NUL.test(request.url) && !isReadByHandler(request)) {
      const path = unstorablePath(request.query) ?? unstorableParameter(request);
      if (path !== undefined) return done(invalid({ path, detail: UNSTORABLE }));
    }
    if (!request.served || !hasBody(request)) return done();
    request.served.deadlineAt = deadlineIn(surfaceAt(request).deadlineMs, request.served);
    runInRequest(request.served, done);
  });
}

/** An inbound webhook is answered by its signature alone, whatever its address holds (W-31). */
const unstorableParameter = ({ params, routeOptions }: FastifyRequest): string | undefined =>
  routeOptions.url?.startsWith('/wellhub/') ? undefined : unstorablePath(params);

/** A class, because an object with getters of its own costs V8 a microsecond for each request. */
class ServedRequest implements RequestContext {
  readonly requestId: string;
  readonly span: RequestContext['span'];
  deadlineAt: number;
  aboutPartner?: string;

  constructor(
    private readonly request: FastifyRequest,
    readonly deadlineFactor: number,
  ) {
    this.requestId = request.id;
    this.span = request.span;
    this.deadlineAt = deadlineIn(surfaceAt(request).deadlineMs, this);
  }

  /** Computed on first use: few need it, and finding the client behind the proxies costs time. */
  get source() {
    return this.request.clientAddress;
  }

  get route() {
    return routeOf(this.request);
  }

  get partnerId() {
    return this.request.tenantId ?? this.aboutPartner;
  }
}

function cutIncomplete({ raw }: FastifyRequest): void {
  if (!raw.complete) raw.destroy();
}
