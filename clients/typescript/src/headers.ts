import type { RequestOptions } from './options.js';

interface Named {
  readonly method: string;
  readonly path: string;
  readonly partnerId: string | undefined;
  /** Of the body. */
  readonly type: string | undefined;
  readonly options: RequestOptions;
}

/** What a request says beside its address and its body; the same at each repetition. */
export function headersOf({ method, path, partnerId, type, options }: Named): Headers {
  const headers = new Headers({ Accept: 'application/json' });
  const set = (name: string, value: string | undefined) => {
    if (value !== undefined) headers.set(name, value);
  };
  set('Content-Type', type);
  if (isOfAdministration(path) && !path.includes('{partnerId}')) set('X-Partner-Id', partnerId);
  set('If-Match', options.ifMatch);
  set('If-None-Match', options.ifNoneMatch);
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  set('Idempotency-Key', options.idempotencyKey);
  if (takesKey(method, path, headers) && !headers.has('Idempotency-Key'))
    headers.set('Idempotency-Key', crypto.randomUUID());
  return headers;
}

const isOfAdministration = (path: string): boolean => path.startsWith('/admin/v1/');

/** A `POST` of the administration, and a change that names the state it was made of: sent twice, it would meet its own. */
const takesKey = (method: string, path: string, headers: Headers): boolean =>
  isOfAdministration(path) &&
  (method === 'POST' ||
    ((method === 'PUT' || method === 'PATCH') &&
      (headers.has('If-Match') || headers.has('If-None-Match'))));
