import type { FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { isRaw, limitOf, type BodyKind } from './body-kinds.js';

const CHARSET = /;\s*charset\s*=\s*"?([^";]*)"?/i;
/** ASCII is a subset of UTF-8. */
const UTF_8 = /^\s*(utf-?8|us-ascii)\s*$/i;
const FORM = 'application/x-www-form-urlencoded';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Browsers send a CSV file with the media type of the program that opens it. */
const OTHER_TABLES = ['application/vnd.ms-excel', 'application/csv', 'text/tab-separated-values'];
const JSON_TYPE = 'application/json';
export const MULTIPART = 'multipart/form-data';

const TYPES: Partial<Record<BodyKind, readonly string[]>> = {
  json: ['application/json'],
  batch: ['application/json'],
  form: [FORM, 'application/json'],
  table: ['text/csv', XLSX_TYPE, ...OTHER_TABLES],
  upload: [MULTIPART, FORM],
};

export const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** JSON by its own name, or for `PATCH` by that of RFC 7396. */
export const isJson = (request: FastifyRequest): boolean =>
  mediaTypeOf(request) === JSON_TYPE ||
  (request.method === 'PATCH' && mediaTypeOf(request) === 'application/merge-patch+json');

/** `application/json` of `Application/JSON; charset=utf-8`. */
export const mediaTypeOf = ({ headers }: FastifyRequest): string =>
  (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/**
 * Checks a body by its headers, before its first byte is read. Raw bodies are checked by the code that reads them.
 * @throws request.unsupported-media-type, request.too-large
 */
export function checkBody(request: FastifyRequest, kind: BodyKind): void {
  if (!isRaw(kind)) {
    checkEncoding(request);
    checkType(request, kind);
  }
  if (Number(request.headers['content-length'] ?? 0) > limitOf(kind))
    throw new DomainError(RequestErrors.tooLarge);
}

/** Compressed bodies are refused: a small one may unpack to a large one. */
function checkEncoding({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity')
    throw unsupported('The body must come without Content-Encoding');
}

function checkType(request: FastifyRequest, kind: BodyKind): void {
  const types = TYPES[kind];
  if (!types) return;
  const type = isJson(request) ? JSON_TYPE : mediaTypeOf(request);
  if (!types.includes(type)) throw unsupported(`The body must be ${types.join(' or ')}`);
  if (kind !== 'table' && !isUtf8(request)) throw unsupported('The body must be in UTF-8');
}

/** Text is UTF-8 unless its header names another charset. */
export function isUtf8({ headers }: FastifyRequest): boolean {
  const [, charset] = CHARSET.exec(headers['content-type'] ?? '') ?? [];
  return charset === undefined || UTF_8.test(charset);
}

const unsupported = (detail: string) =>
  new DomainError(RequestErrors.unsupportedMediaType, { detail });
