const KEPT_BODY_CHARACTERS = 16_384;

/** One call to the partner's software and its result. */
export interface PartnerAnswer {
  /** Missing when no answer came. */
  readonly status?: number;
  readonly error?: 'timeout' | 'network';
  /** The JSON that was answered, otherwise its text. */
  readonly body: unknown;
  readonly milliseconds: number;
}

/** Calls Gatehouse over HTTP, follows no redirect, and never throws: no answer is an outcome too. */
export async function callPartner(
  url: string,
  init: Pick<RequestInit, 'method' | 'headers' | 'body'>,
  timeoutMs: number,
): Promise<PartnerAnswer> {
  const start = performance.now();
  const milliseconds = (): number => Math.round(performance.now() - start);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    const body = readable(await response.text());
    return { status: response.status, body, milliseconds: milliseconds() };
  } catch {
    const error = signal.aborted ? 'timeout' : 'network';
    return { error, body: '', milliseconds: milliseconds() };
  }
}

export function isAccepted(exchange: PartnerAnswer): boolean {
  return exchange.status !== undefined && exchange.status >= 200 && exchange.status < 300;
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text.slice(0, KEPT_BODY_CHARACTERS);
  }
}
