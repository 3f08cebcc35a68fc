/** A longer wait counts as one day. */
const LONGEST_SECONDS = 86_400;
const SECONDS = /^\d+(?:\.\d*)?$/;
/** The three forms of RFC 9110, which all begin with the name of a day; `Date` would read a date into anything. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w :-]{10,30}$/i;

/** `Retry-After` in whole seconds, at most a day: a number or an HTTP date. Anything else counts as absent. */
export function readRetryAfter(
  header: string | undefined,
  now: number = Date.now(),
): number | undefined {
  const text = header?.trim() ?? '';
  const seconds = SECONDS.test(text) ? Number(text) : secondsUntil(text, now);
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_SECONDS);
}

/** A date is always in GMT, also in the form without a zone. */
function secondsUntil(text: string, now: number): number {
  if (!HTTP_DATE.test(text)) return Number.NaN;
  return (Date.parse(/GMT$/i.test(text) ? text : `${text} GMT`) - now) / 1000;
}
