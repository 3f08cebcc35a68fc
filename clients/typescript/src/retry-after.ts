const SECONDS = /^\d+(?:\.\d*)?$/;

/** `Retry-After` in seconds: a number, or a date. Anything else counts as absent. */
export function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  const seconds = SECONDS.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(Math.ceil(seconds), 0);
}
