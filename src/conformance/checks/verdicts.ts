import type { PartnerExchange } from '../http/exchange.js';
import { jsonObject } from '../http/json-fields.js';

const FAULTS = {
  'unknown-host': 'its host name cannot be resolved',
  refused: 'nothing listens there (connection refused)',
  reset: 'the connection was closed before an answer came',
  tls: 'TLS failed: another protocol, or a certificate that is not trusted',
  'not-http': 'what came back is not HTTP/1.1',
  'too-large': 'the answer is far too large',
  timeout: 'no complete answer came',
  unreachable: 'the call could not be made',
} as const;

/** The exchange in a few words, for the middle of a sentence. */
export function outcomeText(exchange: PartnerExchange): string {
  const { answer, fault, detail } = exchange;
  if (fault !== undefined) return `${FAULTS[fault]}${detail === undefined ? '' : ` (${detail})`}`;
  const type = answer?.headers['content-type'];
  const where = answer?.headers.location === undefined ? '' : `, to ${answer.headers.location}`;
  return `it answered ${answer?.status ?? 'nothing'}${type === undefined ? '' : ` ${type}`}${where}`;
}

/** Undefined when the answer has one of these statuses. */
export function unlessStatus(
  exchange: PartnerExchange,
  statuses: readonly number[],
  what: string,
): string | undefined {
  const { answer, fault } = exchange;
  if (fault === undefined && answer !== undefined && statuses.includes(answer.status))
    return undefined;
  return `${what}: ${outcomeText(exchange)} instead of ${statuses.join(' or ')}`;
}

/** Undefined when Wellhub would take the event as delivered. */
export function unlessAccepted(exchange: PartnerExchange, what: string): string | undefined {
  const { answer, fault } = exchange;
  const isAccepted = answer !== undefined && answer.status >= 200 && answer.status < 300;
  return fault === undefined && isAccepted
    ? undefined
    : `${what}: ${outcomeText(exchange)} instead of 200`;
}

/** Undefined when it was refused as the caller's mistake, or taken: not a fault of the server's own. */
export function unlessHandled(exchange: PartnerExchange, what: string): string | undefined {
  const { answer, fault } = exchange;
  const isHandled =
    answer !== undefined &&
    answer.status >= 200 &&
    answer.status < 500 &&
    (answer.status < 300 || answer.status >= 400);
  return fault === undefined && isHandled
    ? undefined
    : `${what}: ${outcomeText(exchange)} instead of 400 (or another 4xx)`;
}

/** Undefined when the answer is 200 with a JSON object. */
export function unlessJson(exchange: PartnerExchange, what: string): string | undefined {
  const wrong = unlessStatus(exchange, [200], what);
  if (wrong !== undefined) return wrong;
  return jsonObject(exchange.answer?.body) === undefined
    ? `${what}: ${outcomeText(exchange)}, but the body is not a JSON object`
    : undefined;
}

/** Undefined when most of the answers came in time: one alone may have met a pause of the network. */
export function unlessInTime(
  exchanges: readonly PartnerExchange[],
  limitMs: number,
): string | undefined {
  const times = exchanges.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  if (median <= limitMs) return undefined;
  return `it took ${times.map((ms) => `${ms} ms`).join(', ')}; Wellhub waits ${limitMs} ms`;
}

/** The first that is wrong. */
export const firstFinding = (findings: readonly (string | undefined)[]): string | undefined =>
  findings.find((finding) => finding !== undefined);
