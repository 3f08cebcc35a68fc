/** Why a request is sent again, and when. */
export interface Retry {
  readonly method: string;
  readonly path: string;
  /** 1 for the first repetition. */
  readonly attempt: number;
  readonly delayMs: number;
  /** Of the error that is made good: `client.connection-lost`, or what the service said. */
  readonly code: string;
}

export interface GatehouseOptions {
  /** Where the service is: `https://gate.example.com`. */
  readonly baseUrl: string;
  /** A key of the partner or of the operator, sent as `X-Api-Key`. */
  readonly apiKey?: string;
  /** Instead of a key: of `POST /admin/v1/token`, of a log-in, or of a device; sent as `Authorization: Bearer`. */
  readonly token?: string;
  /** The partner that paths with `{partnerId}` mean; an operator's key also names it in `X-Partner-Id`. */
  readonly partnerId?: string;
  /** In place of the platform's own. */
  readonly fetch?: typeof globalThis.fetch;
  /** For one attempt, until the last byte of the answer; 30,000. */
  readonly timeoutMs?: number;
  /** How often a request is sent again; 3. */
  readonly retries?: number;
  /** A longer `Retry-After` is not waited for: the error is thrown; 60,000. */
  readonly longestWaitMs?: number;
  /** Is told before each repetition, for a log. */
  readonly onRetry?: (retry: Retry) => void;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type Value = string | number | boolean;

/** What holds for one request. */
export interface CallOptions {
  /** Instead of the client's own. */
  readonly partnerId?: string;
  /** By default one is made where the service takes one. */
  readonly idempotencyKey?: string;
  /** An `ETag` that was read: changes nothing where somebody else was faster (412 `if-match.changed`). */
  readonly ifMatch?: string;
  /** `*`: changes nothing where there is one already. */
  readonly ifNoneMatch?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly retries?: number;
}

export interface RequestOptions extends CallOptions {
  /** Values of `{names}` in the path. */
  readonly path?: Readonly<Record<string, Value>>;
  /** What is undefined or null is left out; the values of a list are joined by commas. */
  readonly query?: object;
  /** Sent as JSON; text, bytes and forms as they are. */
  readonly body?: unknown;
}

/** An answer with all that came. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}
