import type { FastifyInstance, FastifyRequest } from 'fastify';
import { after, type MaybePromise } from '../deadline/maybe-promise.js';
import { DomainError } from '../errors/domain-error.js';
import { invalid, RequestErrors } from '../errors/request-errors.js';
import { checkBody, hasBody } from './body-checks.js';
import { refusesLate } from './body-parsers.js';
import type { EarlyProofs } from './early-proofs.js';
import { isReadByHandler, surfaceAt } from './surfaces.js';
import { isReadableQuery } from './utf8.js';

interface Guard {
  /** By the headers of a request and what its route declares. @throws when the caller is refused */
  decide(request: FastifyRequest): MaybePromise<unknown>;
}

/**
 * Everything that can be decided without the body is decided before its first byte is read: path and verb, the
 * caller, the query string, then the body's type and size. Must be the last `onRequest` hook.
 */
export function addAdmission(fastify: FastifyInstance, guard: Guard, proofs: EarlyProofs): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    try {
      const admitted = admit(request, guard, proofs);
      if (admitted instanceof Promise) void whenAdmitted(admitted, done);
      else done();
    } catch (error) {
      done(error as Error);
    }
  });
}

async function whenAdmitted(admitted: Promise<void>, done: (error?: Error) => void) {
  try {
    await admitted;
  } catch (error) {
    return done(error as Error);
  }
  done();
}

function admit(request: FastifyRequest, guard: Guard, proofs: EarlyProofs): MaybePromise<void> {
  if (request.is404 || isNobodysPage(request)) throw new DomainError(RequestErrors.notFound);
  const admitted = after(guard.decide(request), () => proofs.check(request));
  return after(admitted, () => {
    checkQuery(request);
    if (hasBody(request) && !refusesLate(request) && !mayBeEmpty(request))
      checkBody(request, request.routeOptions.config.body ?? 'json');
  });
}

/** Chunked and without a type: empty, as some clients send it, or refused by the parser. */
const mayBeEmpty = ({ headers }: FastifyRequest): boolean =>
  headers['content-length'] === undefined && headers['content-type'] === undefined;

/** Fits the address of a partner's page only by chance: `/v1/login`. */
const isNobodysPage = (request: FastifyRequest): boolean =>
  request.routeOptions.url?.startsWith('/:') === true && surfaceAt(request).surface !== 'pages';

function checkQuery(request: FastifyRequest): void {
  const { url } = request;
  if (isReadByHandler(request)) return;
  const at = url.indexOf('?');
  if (at >= 0 && !isReadableQuery(url.slice(at + 1)))
    throw invalid({ path: '', detail: 'the query string must be percent-encoded UTF-8' });
}
