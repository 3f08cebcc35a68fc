import type { CodeAnswer } from './code-timing.js';

export type CodeResult =
  | { readonly kind: 'code'; readonly answer: CodeAnswer }
  | { readonly kind: 'tooMany'; readonly seconds: number }
  | { readonly kind: 'disabled' | 'gone' | 'loggedOut' | 'offline' | 'unavailable' };

const TIMEOUT_MS = 8_000;

/** Fetches once. Every failure is a value, because the screen must always show a text. */
export async function fetchCode(url: string): Promise<CodeResult> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), TIMEOUT_MS);
  try {
    const headers = { Accept: 'application/json' };
    return await read(await fetch(url, { headers, cache: 'no-store', signal: giveUp.signal }));
  } catch {
    return { kind: navigator.onLine ? 'unavailable' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

async function read(response: Response): Promise<CodeResult> {
  switch (response.status) {
    case 200:
      return { kind: 'code', answer: (await response.json()) as CodeAnswer };
    case 401:
      return { kind: 'loggedOut' };
    case 404:
      return { kind: 'gone' };
    case 409:
      return { kind: 'disabled' };
    case 429:
      return { kind: 'tooMany', seconds: Number(response.headers.get('Retry-After')) || 10 };
    default:
      return { kind: 'unavailable' };
  }
}
