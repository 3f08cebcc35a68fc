export type FetchedDocument =
  | { readonly kind: 'page'; readonly page: Document }
  | { readonly kind: 'loggedOut' | 'unavailable' };

const TIMEOUT_MS = 10_000;

/** A page of ours as a document: parsed by the browser while it loads, so that nothing in it runs. */
export function fetchDocument(address: string): Promise<FetchedDocument> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.timeout = TIMEOUT_MS;
    request.addEventListener('load', () => resolve(read(request)));
    for (const failure of ['error', 'timeout', 'abort'])
      request.addEventListener(failure, () => resolve({ kind: 'unavailable' }));
    request.send(null);
  });
}

function read({ responseXML: page, responseURL, status }: XMLHttpRequest): FetchedDocument {
  const isLogIn = status === 401 || new URL(responseURL).pathname === '/console/login';
  if (isLogIn) return { kind: 'loggedOut' };
  return page && status === 200 ? { kind: 'page', page } : { kind: 'unavailable' };
}
