import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { AccessLog } from '../platform/http/access-log.js';
import { invalid } from '../platform/errors/request-errors.js';
import { requestIdOf } from '../platform/http/request-lifecycle.js';
import { sharedHeaders } from '../platform/http/shared-headers.js';
import { surfaceMeant } from '../platform/http/surfaces.js';
import { RENDERERS } from './error-filter.js';
import { headersOf, type ErrorContext, type RenderedError } from './rendered-error.js';

/** The parse error of Node, with the bytes received so far. */
interface ParserError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

type Context = Omit<ErrorContext, 'path'>;

const OTHERS: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/**
 * Answers what never became a request, such as an address with characters that are not escaped, in its surface's form.
 */
export const answerUnreadable =
  (publicUrl: string, log: AccessLog) =>
  (error: ParserError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const context = { requestId: requestIdOf(undefined), publicUrl, language: undefined };
    const rendered = renderedFor(error, context);
    log.noteUnreadable(rendered.status);
    if (socket.writable) socket.write(written(rendered, context));
    socket.destroy(error);
  };

function renderedFor({ code = '', rawPacket }: ParserError, context: Context): RenderedError {
  const other = OTHERS[code];
  if (other !== undefined) return { status: other, contentType: 'text/plain', body: '' };
  const [, url = '/'] = /^[A-Z]+ ([^\s?]+)/.exec(rawPacket?.toString('latin1') ?? '') ?? [];
  const path = encodeURI(decodedOrSame(url));
  const detail =
    code === 'HPE_INVALID_URL'
      ? 'the address must be ASCII: percent-encode every other character'
      : 'the request is not readable HTTP';
  return RENDERERS[surfaceMeant(path).surface](invalid({ path: '', detail }), { ...context, path });
}

function decodedOrSame(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return '/';
  }
}

const written = (rendered: RenderedError, { requestId, publicUrl }: Context): string =>
  [
    `HTTP/1.1 ${rendered.status} ${STATUS_CODES[rendered.status]}`,
    ...Object.entries({
      ...sharedHeaders(publicUrl),
      'X-Request-Id': requestId,
      ...headersOf(rendered),
      'Content-Length': Buffer.byteLength(rendered.body),
      Connection: 'close',
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    rendered.body,
  ].join('\r\n');
