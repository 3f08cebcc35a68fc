import {
  JsonClient,
  type JsonOutcome,
  type JsonResponse,
} from '../platform/http-client/json-client.js';
import { timed, type OnCall } from './call-times.js';
import { readAnswer, unreachable, type RetryableAnswer } from './retryable-answer.js';
import { readEnvelope } from './validate-envelope.js';

/** The address of Wellhub's Events API; it exists in production only (section 7). */
export const WELLHUB_EVENTS_BASE = 'https://api.wellness.gympass.com';

/** What one request may hold (section 7, W-65). */
export const USAGE_BATCH = { events: 1_000, bytes: 5_000_000 } as const;

/** A use of the gym by a Wellhub user at a point in time. `details` are passed on, with their names in camelCase. */
export interface UsageFact {
  readonly eventType: string;
  readonly occurredAt: Date;
  readonly gpwId: string;
  /** Our id of the customer; absent for a gpw id that no customer carries. */
  readonly userId?: string | undefined;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

export interface UsageCall {
  readonly baseUrl: string;
  readonly token: string;
  /** As `usageEventBody` made them. */
  readonly events: readonly object[];
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Every outcome of a batch (W-65). A refusal is about the whole batch: Wellhub takes all of it or nothing. */
export type UsageAnswer =
  | { readonly kind: 'taken'; readonly status: number }
  | { readonly kind: 'refused'; readonly status: number; readonly key?: string }
  | RetryableAnswer;

/** One event as Wellhub reads it: snake case, RFC 3339 UTC in whole seconds. */
export const usageEventBody = (fact: UsageFact): object => ({
  event_type: fact.eventType,
  timestamp: `${fact.occurredAt.toISOString().slice(0, 19)}Z`,
  gpw_id: fact.gpwId,
  ...(fact.userId !== undefined && { user_id: fact.userId }),
  ...Object.fromEntries(
    Object.entries(fact.details ?? {}).map(([name, value]) => [snakeCase(name), value]),
  ),
});

const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** How many of the first events one request may hold, at least 1. Bytes are those of the body in UTF-8. */
export function fittingUsageEvents(events: readonly object[], limits = USAGE_BATCH): number {
  let bytes = 1;
  let count = 0;
  for (const event of events.slice(0, limits.events)) {
    bytes += Buffer.byteLength(JSON.stringify(event)) + 1;
    if (bytes > limits.bytes && count > 0) break;
    count += 1;
  }
  return count;
}

/** Wellhub's Events API, as seen by us. It keeps nothing: no token, no state, no retry. */
export class WellhubEventsClient {
  constructor(
    private readonly http: JsonClient,
    private readonly onCall: OnCall = () => undefined,
  ) {}

  /** Never throws for anything the network or Wellhub does. An abort through `signal` reads as a timeout. */
  async send({ baseUrl, token, events, timeoutMs, signal }: UsageCall): Promise<UsageAnswer> {
    const request = {
      call: 'usage events',
      url: `${baseUrl.replace(/\/+$/, '')}/events`,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: events,
      timeoutMs,
      signal,
    };
    return timed('usage', this.onCall, async () => readUsageAnswer(await this.http.send(request)));
  }
}

/** The statuses that concern the content of a batch; every other refusal may be temporary. */
const ABOUT_THE_BATCH: ReadonlySet<number> = new Set([400, 413, 422]);

export const readUsageAnswer = (outcome: JsonOutcome): UsageAnswer =>
  readAnswer(outcome, decidedAnswer);

function decidedAnswer(response: JsonResponse): UsageAnswer {
  const { status, body } = response;
  if (status < 300) return { kind: 'taken', status };
  if (!ABOUT_THE_BATCH.has(status)) return unreachable(response);
  const { key } = readEnvelope(body);
  return { kind: 'refused', status, ...(key !== undefined && { key }) };
}
