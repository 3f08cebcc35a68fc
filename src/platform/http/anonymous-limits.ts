import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { RateLimits } from '../limits/rate-limits.js';
import { clientNetwork } from './client-address.js';
import { surfaceAt } from './surfaces.js';

/** Log-in routes besides those of the pages. */
const LOG_INS = new Set(['/Api/oauth/authorize', '/console/session']);
/** Any cookie of ours, valid or not: the members of a whole gym may refresh their codes behind one address. */
const SESSION = /(?:^|;\s*)(?:__Host-)?gatehouse/;
const WITH_SESSION = 10;

/** Limits the requests per minute that one network may make without a credential: to the pages and to log-ins. */
@Injectable()
export class AnonymousLimits {
  constructor(
    private readonly limits: RateLimits,
    private readonly settings: Settings,
  ) {}

  /** Before anything of the request but its head is read. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, _reply, done) => {
      try {
        this.count(request);
        done();
      } catch (error) {
        done(error as Error);
      }
    });
  }

  /** @throws request.rate-limited, or request.unavailable where the surface knows no 429 */
  private count(request: FastifyRequest): void {
    const { surface } = surfaceAt(request);
    if (surface !== 'pages' && !LOG_INS.has(request.routeOptions.url ?? '')) return;
    const network = clientNetwork(request);
    const hasSession = SESSION.test(request.headers.cookie ?? '');
    const most = this.settings.anonymousLimitPerMinute * (hasSession ? WITH_SESSION : 1);
    const name = `${hasSession ? 'pages' : 'anonymous'} ${network}`;
    try {
      this.limits.check(name);
    } catch (error) {
      throw surface === 'users-api' ? unavailable(error) : error;
    }
    this.limits.count(name, most);
  }
}

/** `users-api.md` 1 knows no 429. */
function unavailable(error: unknown): unknown {
  if (!(error instanceof DomainError) || !error.is(RequestErrors.rateLimited)) return error;
  return new DomainError(RequestErrors.unavailable, error.facts);
}
