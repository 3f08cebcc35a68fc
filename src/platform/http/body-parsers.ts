import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { parseForm } from './form-body.js';
import { parseJson, withoutTrailingCommas } from './json-body.js';
import { surfaceAt } from './surfaces.js';

export const BODY_LIMIT = 64 * 1024;
/** Photos and documents (`admin-api.md`, files). */
const FILE_LIMIT = 5 * 1024 * 1024;

/**
 * Signed webhooks keep their bytes: nothing of them is parsed before the signature matched (W-26..W-29).
 * Everything else is JSON, or a form on pages. Registration checks its token before it looks at the body
 * (W-8), so there a broken body becomes a value that the handler refuses. The Users API takes a form in one place,
 * where everything else is refused in that place's own words, and JSON as its public samples write it. The Open API
 * looks at the credential first too (`open-api.md` 1.2): there the failure waits in `request.unreadable`.
 */
export function addBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRoute', (route) => {
    if (route.method === 'PUT' && FILE_PATH.test(route.url)) route.bodyLimit = FILE_LIMIT;
  });
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, read(request, body as Buffer));
    } catch (error) {
      if (!isOpenApi(request)) return done(error as Error);
      request.unreadable = error as Error;
      done(null, undefined);
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

declare module 'fastify' {
  interface FastifyRequest {
    /** Why the body could not be read; thrown by whoever knows the caller. */
    unreadable?: Error;
  }
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

/** The bytes of a file for the addresses that take one, whatever the header says of them. */
export class FileBody {
  constructor(readonly bytes: Buffer) {}
}

const FILE_PATH =
  /^\/admin\/v1\/(customers\/[^/?]+\/(photo|cover-photo|direct-debit-document)|contracts\/[^/?]+\/document)\/?(\?|$)/;
const isFile = ({ method, url }: FastifyRequest) => method === 'PUT' && FILE_PATH.test(url);

const isWellhub = (request: FastifyRequest) => surfaceAt(request).surface.startsWith('wellhub');
const isOpenApi = (request: FastifyRequest) => surfaceAt(request).surface === 'open-api';
const isUsersApi = (request: FastifyRequest) => surfaceAt(request).surface === 'users-api';
const isReadByHandler = (request: FastifyRequest) =>
  isWellhub(request) || /^\/Api\/oauth\/authorize(\?|$)/.test(request.url);

/** Forms are for people; programs send JSON. */
const isForm = (request: FastifyRequest) =>
  surfaceAt(request).surface === 'pages' &&
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '');

const isCsv = (request: FastifyRequest) =>
  /^\/admin\/v1\/gyms\/[^/?]+\/reconciliation(\?|$)/.test(request.url) &&
  /^text\/csv\s*(;|$)/i.test(request.headers['content-type'] ?? '');

function read(request: FastifyRequest, body: Buffer): unknown {
  if (isReadByHandler(request)) return new RawBody(body, 'json');
  if (isFile(request)) return new FileBody(body);
  if (body.length === 0) return undefined;
  return parseJson(isUsersApi(request) ? withoutTrailingCommas(body) : body);
}

function readOther(request: FastifyRequest, body: Buffer): unknown {
  // A missing Content-Type counts as JSON on the Wellhub surface (wellhub.md 1.3).
  const missing = request.headers['content-type'] === undefined;
  if (isReadByHandler(request)) return new RawBody(body, missing ? 'json' : 'other');
  if (isFile(request)) return new FileBody(body);
  if (isCsv(request)) return new CsvBody(body.toString('utf8'));
  if (body.length === 0) return undefined;
  if (isForm(request)) return parseForm(body);
  throw new DomainError(RequestErrors.unsupportedMediaType);
}
