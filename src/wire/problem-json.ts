import { STATUS } from './status.js';
import type { ErrorRenderer } from './rendered-error.js';

/** RFC 9457 for our own surface (`admin-api.md`). */
export const renderProblem: ErrorRenderer = (error, { requestId, path, publicUrl }) => {
  const { code, kind, title } = error.spec;
  const { violations, retryAfterSeconds, allow } = error.facts;
  const status = STATUS[kind];
  const body = {
    type: `${publicUrl}/docs/errors#${code}`,
    title,
    status,
    detail: error.message,
    instance: path,
    code,
    traceId: requestId,
    ...(violations && {
      errors: violations.map(({ path: at, detail }) => ({ pointer: pointer(at), detail })),
    }),
  };
  return {
    status,
    contentType: 'application/problem+json; charset=utf-8',
    body: JSON.stringify(body),
    headers: {
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
      ...(kind === 'unavailable' && { 'Retry-After': String(retryAfterSeconds ?? 1) }),
      ...(allow && { Allow: allow.join(', ') }),
    },
  };
};

const pointer = (path: string) => (path === '' ? '' : `/${path.replaceAll('.', '/')}`);
