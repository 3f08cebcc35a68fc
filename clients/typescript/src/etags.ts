const ETAGS = new WeakMap<object, string>();

/** The tag of a body that the client returned, for `ifMatch`; undefined where the service gave none. */
export const etagOf = (body: object): string | undefined => ETAGS.get(body);

export function keepEtag(body: unknown, headers: Headers): void {
  const etag = headers.get('etag');
  if (etag !== null && typeof body === 'object' && body !== null) ETAGS.set(body, etag);
}
