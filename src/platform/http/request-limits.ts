import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import type { MaybePromise } from '../deadline/maybe-promise.js';
import { RateLimits } from '../limits/rate-limits.js';
import { surfaceAt } from './surfaces.js';

/** Doors and apps call these all day. */
const DOOR = /^\/(open-api|aggregator)\/|\/access-code$/;

/** Many changes in one request. By default 120 a minute: enough for 100,000 rows in two minutes. */
const BATCH = /\/batch$/;
const BATCHES_PER_REQUEST = 0.12;

/**
 * How often one credential may call one endpoint in a minute (`open-api.md` 1.4, O-7): on the Open API and the
 * administration. Calls of Wellhub are never limited, and a `HEAD` only checks the credential.
 */
@Injectable()
export class RequestLimits {
  constructor(
    private readonly limits: RateLimits,
    private readonly settings: Settings,
  ) {}

  /** @param who id of the key. @returns undefined, or a promise to wait for. @throws request.rate-limited */
  take(who: string, request: FastifyRequest): MaybePromise<void> {
    return isLimited(request)
      ? this.limits.take(endpointOf(who, request), this.limitOf(request))
      : undefined;
  }

  /** For a caller that is known only after the work is done. @throws request.rate-limited */
  check(who: string, request: FastifyRequest): void {
    this.limits.check(endpointOf(who, request));
  }

  count(who: string, request: FastifyRequest): void {
    this.limits.count(endpointOf(who, request), this.limitOf(request));
  }

  private limitOf({ routeOptions }: FastifyRequest): number {
    return limitAt(routeOptions.url ?? '', this.settings);
  }
}

type Limits = Pick<Settings, 'rateLimitPerMinute' | 'rateLimitDoorPerMinute'>;

/** How often in a minute one credential may call the endpoint at this path. */
export const limitAt = (path: string, limits: Limits): number =>
  BATCH.test(path)
    ? Math.ceil(limits.rateLimitPerMinute * BATCHES_PER_REQUEST)
    : DOOR.test(path)
      ? limits.rateLimitDoorPerMinute
      : limits.rateLimitPerMinute;

function isLimited(request: FastifyRequest): boolean {
  const { surface } = surfaceAt(request);
  return request.method !== 'HEAD' && (surface === 'open-api' || surface === 'admin');
}

const endpointOf = (who: string, { method, routeOptions }: FastifyRequest) =>
  `${who} ${method} ${routeOptions.url}`;
