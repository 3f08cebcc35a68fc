import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { parseForm } from './form-body.js';
import { parseJson } from './json-body.js';
import { surfaceOf } from './surfaces.js';

export const BODY_LIMIT = 64 * 1024;

/**
 * Signed webhooks keep their bytes: nothing of them is parsed before the signature matched (W-26..W-29).
 * Everything else is JSON, or a form on pages. Registration checks its token before it looks at the body
 * (W-8), so there a broken body becomes a value that the handler refuses.
 */
export function addBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, read(request, body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, readOther(request, body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** The bytes of a body whose reading waits for a proof or a token. */
export class RawBody {
  constructor(
    readonly bytes: Buffer,
    readonly mediaType: 'json' | 'other',
  ) {}
}

/** A table for the one address that takes it; everything else takes JSON. */
export class CsvBody {
  constructor(readonly text: string) {}
}

const isWellhub = (request: FastifyRequest) => surfaceOf(request.url).surface.startsWith('wellhub');

/** Forms are for people; programs send JSON. */
const isForm = (request: FastifyRequest) =>
  surfaceOf(request.url).surface === 'pages' &&
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '');

const isCsv = (request: FastifyRequest) =>
  /^\/admin\/v1\/gyms\/[^/?]+\/reconciliation(\?|$)/.test(request.url) &&
  /^text\/csv\s*(;|$)/i.test(request.headers['content-type'] ?? '');

function read(request: FastifyRequest, body: Buffer): unknown {
  if (isWellhub(request)) return new RawBody(body, 'json');
  return body.length === 0 ? undefined : parseJson(body);
}

function readOther(request: FastifyRequest, body: Buffer): unknown {
  // A missing Content-Type counts as JSON on the Wellhub surface (wellhub.md 1.3).
  const missing = request.headers['content-type'] === undefined;
  if (isWellhub(request)) return new RawBody(body, missing ? 'json' : 'other');
  if (isCsv(request)) return new CsvBody(body.toString('utf8'));
  if (body.length === 0) return undefined;
  if (isForm(request)) return parseForm(body);
  throw new DomainError(RequestErrors.unsupportedMediaType);
}
