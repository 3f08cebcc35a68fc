import { requestDocument } from './request-document.js';

export type FetchedDocument =
  | { readonly kind: 'page'; readonly page: Document }
  | { readonly kind: 'loggedOut' | 'unavailable' };

const TIMEOUT_MS = 10_000;

/** A screen of the console as it is now. */
export async function fetchDocument(address: string): Promise<FetchedDocument> {
  const request = await requestDocument({ address, timeoutMs: TIMEOUT_MS });
  if (!request) return { kind: 'unavailable' };
  const { responseXML: page, responseURL, status } = request;
  const isLogIn = status === 401 || new URL(responseURL).pathname === '/console/login';
  if (isLogIn) return { kind: 'loggedOut' };
  return page && status === 200 ? { kind: 'page', page } : { kind: 'unavailable' };
}
