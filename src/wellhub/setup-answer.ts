import type { JsonOutcome } from '../platform/http-client/json-client.js';
import { WELLHUB_ID } from '../wellhub-wire/index.js';
import { readAnswer, type RetryableAnswer } from './retryable-answer.js';

/** A gym that has chosen our partner as its software. */
export interface SetupGym {
  readonly wellhubGymId: string;
  readonly enabled: boolean;
}

/** A webhook that Wellhub sends, and its URL. Its secret is not read: it is never stored and never shown. */
export interface SetupWebhook {
  readonly event: string;
  readonly url: string;
}

/** Every outcome of a call of the Integration Setup API. */
export type SetupAnswer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** Wellhub refused: 404 concerns the gym. */
  | { readonly kind: 'refused'; readonly status: number }
  /** 2xx with a body that cannot be read. */
  | { readonly kind: 'unreadable' }
  | RetryableAnswer;

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

export const readSetup = <T>(
  outcome: JsonOutcome,
  read: (body: string) => T | undefined,
): SetupAnswer<T> =>
  readAnswer(outcome, ({ status, body }): SetupAnswer<T> => {
    if (status >= 400) return { kind: 'refused', status };
    const value = read(body);
    return value === undefined ? { kind: 'unreadable' } : { kind: 'ok', value };
  });

/** The list stands under `gyms` or `partners` (section 8); what has no id of digits is left out. */
export function readGyms(body: string): SetupGym[] | undefined {
  const root = parse(body);
  const list = root['gyms'] ?? root['partners'];
  if (!Array.isArray(list)) return undefined;
  return list.map(fields).flatMap(({ id, enabled }) => {
    const wellhubGymId = String(typeof id === 'number' || typeof id === 'string' ? id : '');
    return WELLHUB_ID.test(wellhubGymId) ? [{ wellhubGymId, enabled: enabled === true }] : [];
  });
}

export function readWebhooks(body: string): SetupWebhook[] | undefined {
  const list = parse(body)['webhooks'];
  if (!Array.isArray(list)) return undefined;
  return list
    .map(fields)
    .flatMap(({ event, url }) =>
      typeof event === 'string' && typeof url === 'string' ? [{ event, url }] : [],
    );
}

function parse(body: string): Fields {
  try {
    return fields(JSON.parse(body));
  } catch {
    return {};
  }
}
