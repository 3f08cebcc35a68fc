import type { FastifyContextConfig, FastifyInstance, FastifyRequest } from 'fastify';
import { checkBody, isJson, isUtf8, mediaTypeOf, MULTIPART } from './body-checks.js';
import { isRaw, kindOfBody, limitOf, type BodyKind } from './body-kinds.js';
import { parseForm } from './form-body.js';
import { parseJson, parseLenientJson } from './json-body.js';
import { storable } from '../values/storable-text.js';
import { surfaceAt } from './surfaces.js';

/** The bytes of a body whose reading waits for a proof or a token. */
export class RawBody {
  constructor(
    readonly bytes: Buffer,
    readonly mediaType: 'json' | 'other',
  ) {}
}

/** The bytes of a table for the one address that takes it; everything else takes JSON. */
export class TableBody {
  constructor(readonly bytes: Buffer) {}
}

/** The bytes of a file for the routes that take one, whatever its content type. */
export class FileBody {
  constructor(readonly bytes: Buffer) {}
}

declare module 'fastify' {
  interface FastifyContextConfig {
    body?: BodyKind;
  }
  interface FastifyRequest {
    /** Why the body could not be read; thrown once the caller is authenticated. */
    unreadable?: Error;
  }
}

/**
 * Signed webhooks keep their bytes: nothing of them is parsed before the signature matched (W-26..W-29). Everything
 * else is read as its route declares (`body-kinds.ts`). The gate checks the device token itself and reports no error of
 * the body before (`open-api.md` 1.2): there the failure waits in `request.unreadable`.
 */
export function addBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRoute', (route) => {
    const declared = route.config?.declared;
    if (!declared) return;
    const body = kindOfBody(route.url, declared);
    Object.assign((route.config ??= {} as FastifyContextConfig), { body });
    route.bodyLimit = limitOf(body);
  });
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, read(request, body as Buffer));
    } catch (error) {
      if (!refusesLate(request)) return done(error as Error);
      request.unreadable = error as Error;
      done(null, undefined);
    }
  });
}

/** The route's handler is the first to know the caller. */
export const refusesLate = (request: FastifyRequest): boolean =>
  request.routeOptions.config.declared?.access === 'public' &&
  surfaceAt(request).surface === 'open-api';

function read(request: FastifyRequest, body: Buffer): unknown {
  const kind = request.routeOptions.config.body ?? 'json';
  if (isRaw(kind)) return new RawBody(body, rawTypeOf(request));
  if (kind === 'file') return new FileBody(body);
  if (kind === 'table') return tableIn(request, body);
  if (body.length === 0) return undefined;
  if (refusesLate(request) || mediaTypeOf(request) === '') checkBody(request, kind);
  if (kind === 'upload') return uploaded(request, body);
  if (kind === 'form' && !isJson(request)) return parseForm(body);
  const parse = surfaceAt(request).surface === 'users-api' ? parseLenientJson : parseJson;
  return storable(parse(body));
}

function tableIn(request: FastifyRequest, body: Buffer): TableBody {
  if (body.length > 0 && mediaTypeOf(request) === '') checkBody(request, 'table');
  return new TableBody(body);
}

/** A file with its fields is read by the handler; the fields of a form are read here. */
const uploaded = (request: FastifyRequest, body: Buffer): unknown =>
  mediaTypeOf(request) === MULTIPART ? new FileBody(body) : parseForm(body, limitOf('upload'));

/** A missing Content-Type counts as JSON on the Wellhub surface (wellhub.md 1.3). */
function rawTypeOf(request: FastifyRequest): RawBody['mediaType'] {
  const isUsual = mediaTypeOf(request) === '' || isJson(request);
  return isUsual && isUtf8(request) ? 'json' : 'other';
}
