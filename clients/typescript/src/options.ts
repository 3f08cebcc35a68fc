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
  readonly apiKey?: string | undefined;
  /** Instead of a key: of `POST /admin/v1/token`, of a log-in, or of a device; sent as `Authorization: Bearer`. */
  readonly token?: string | undefined;
  /** The partner that paths with `{partnerId}` mean; an operator's key also names it in `X-Partner-Id`. */
  readonly partnerId?: string | undefined;
  /** In place of the platform's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** For one attempt, until the last byte of the answer; 30,000. */
  readonly timeoutMs?: number | undefined;
  /** How often a request is sent again; 3. */
  readonly retries?: number | undefined;
  /** A longer `Retry-After` is not waited for: the error is thrown; 60,000. */
  readonly longestWaitMs?: number | undefined;
  /** Is told before each repetition, for a log. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export type Value = string | number | boolean;

/** What holds for one request. */
export interface CallOptions {
  /** Instead of the client's own. */
  readonly partnerId?: string | undefined;
  /** By default one is made where the service takes one. */
  readonly idempotencyKey?: string | undefined;
  /** An `ETag` that was read: changes nothing where somebody else was faster (412 `if-match.changed`). */
  readonly ifMatch?: string | undefined;
  /** `*`: changes nothing where there is one already. */
  readonly ifNoneMatch?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly retries?: number | undefined;
}

/** A file as it is: its type is that of the `Blob`, or the `Content-Type` of the options. */
export type FileBody = Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | string;

export interface RequestOptions extends CallOptions {
  /** Values of `{names}` in the path. */
  readonly path?: Readonly<Record<string, Value>> | undefined;
  /** What is undefined or null is left out; the values of a list are joined by commas. */
  readonly query?: object | undefined;
  /** Sent as JSON; text, bytes and forms as they are. */
  readonly body?: unknown | undefined;
}

/** An answer with all that came. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}
