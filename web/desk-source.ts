import { requestDocument } from './request-document.js';

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

/** The desk's page, or what a form of it answers. */
export async function fetchPage(address: string, form?: URLSearchParams): Promise<PageResult> {
  const request = await requestDocument({ address, timeoutMs: PAGE_TIMEOUT_MS, form });
  return request ? read(request) : { kind: 'unavailable' };
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
