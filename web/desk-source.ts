export type PageResult =
  | { readonly kind: 'page'; readonly page: Document; readonly address: string }
  | { readonly kind: 'loggedOut' | 'unavailable' };

export type VersionResult =
  | { readonly kind: 'version'; readonly version: string; readonly endsAt: string | null }
  | { readonly kind: 'loggedOut' | 'gone' | 'unavailable' };

const VERSION_TIMEOUT_MS = 5_000;
/** Longer than the server waits for Wellhub. */
const PAGE_TIMEOUT_MS = 15_000;

/** Fetches a version that changes whenever the screen changes. */
export async function fetchVersion(address: string): Promise<VersionResult> {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), VERSION_TIMEOUT_MS);
  try {
    const answer = await fetch(address, { signal: stop.signal, cache: 'no-store' });
    if (answer.status === 401) return { kind: 'loggedOut' };
    if (answer.status === 404) return { kind: 'gone' };
    if (!answer.ok) return { kind: 'unavailable' };
    const { version, endsAt } = (await answer.json()) as { version: string; endsAt: string | null };
    return { kind: 'version', version, endsAt };
  } catch {
    return { kind: 'unavailable' };
  } finally {
    clearTimeout(late);
  }
}

/**
 * The desk's page as a document: parsed by the browser while it loads, so no text of ours becomes markup here and
 * nothing in it runs.
 */
export function fetchPage(
  method: 'GET' | 'POST',
  address: string,
  body?: URLSearchParams,
): Promise<PageResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = 'document';
    request.timeout = PAGE_TIMEOUT_MS;
    request.addEventListener('load', () => resolve(read(request)));
    for (const failure of ['error', 'timeout', 'abort'])
      request.addEventListener(failure, () => resolve({ kind: 'unavailable' }));
    if (body) {
      const form = 'application/x-www-form-urlencoded;charset=UTF-8';
      request.setRequestHeader('Content-Type', form);
    }
    request.send(body ? body.toString() : null);
  });
}

function read({ responseXML: page, responseURL, status }: XMLHttpRequest): PageResult {
  if (page?.getElementById('desk')) {
    // It is for browsers without script; here it would be invisible markup.
    for (const advice of Array.from(page.querySelectorAll('noscript'))) advice.remove();
    return { kind: 'page', page, address: responseURL };
  }
  const isLogIn = status === 401 || /\/log-?in$/.test(responseURL);
  return { kind: isLogIn ? 'loggedOut' : 'unavailable' };
}
