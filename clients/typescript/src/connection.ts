import { fillPath, queryString, readBaseUrl } from './address.js';
import { sendOnce, type Attempt } from './attempt.js';
import { bodyOf } from './body.js';
import { headersOf } from './headers.js';
import { isGatehouseError, type GatehouseError } from './errors.js';
import type { Answer, GatehouseOptions, RequestOptions } from './options.js';
import { PagedList, type Page } from './pages.js';
import { backOff, isPassing, pause } from './retries.js';

const PRINTABLE = /^[\x21-\x7e]+$/;

interface Slice<T> {
  readonly result: readonly T[];
  readonly offset: string;
  readonly hasNext: boolean;
}

type Settled = ReturnType<typeof settled>;

/** Without the credential, which is kept apart. */
function settled(options: GatehouseOptions) {
  const { partnerId, fetch, headers, onRetry } = options;
  const { timeoutMs = 30_000, retries = 3, longestWaitMs = 60_000 } = options;
  return { partnerId, fetch, headers, onRetry, timeoutMs, retries, longestWaitMs };
}

/** Requests by path, authenticated and repeated where that is safe. `Gatehouse` adds a method for every operation. */
export class Connection {
  readonly #options: Settled;
  readonly #baseUrl: string;
  readonly #credential: readonly [string, string] | undefined;

  constructor(options: GatehouseOptions) {
    this.#credential = credentialOf(options);
    this.#baseUrl = readBaseUrl(options.baseUrl);
    this.#options = settled(options);
  }

  get baseUrl(): string {
    return this.#baseUrl;
  }

  get partnerId(): string | undefined {
    return this.#options.partnerId;
  }

  get = <T = unknown>(path: string, options?: RequestOptions): Promise<T> =>
    this.request<T>('GET', path, options);
  post = <T = unknown>(path: string, options?: RequestOptions): Promise<T> =>
    this.request<T>('POST', path, options);
  put = <T = unknown>(path: string, options?: RequestOptions): Promise<T> =>
    this.request<T>('PUT', path, options);
  patch = <T = unknown>(path: string, options?: RequestOptions): Promise<T> =>
    this.request<T>('PATCH', path, options);
  delete = <T = unknown>(path: string, options?: RequestOptions): Promise<T> =>
    this.request<T>('DELETE', path, options);

  /** A list with `limit` and `cursor`: `for await (const item of gatehouse.list(path)) …` */
  list<T = unknown>(path: string, options: RequestOptions = {}): PagedList<T> {
    return new PagedList<T>((cursor) =>
      this.get<Page<T>>(
        path,
        cursor === undefined ? options : { ...options, query: { ...options.query, cursor } },
      ),
    );
  }

  /** A list of the Open API, which goes on by `offset` while `hasNext`. */
  slices<T = unknown>(path: string, options: RequestOptions = {}): PagedList<T> {
    return new PagedList<T>(async (offset) => {
      const query = { ...options.query, ...(offset !== undefined && { offset }) };
      const slice = await this.get<Slice<T>>(path, { ...options, query });
      return { items: slice.result, nextCursor: slice.hasNext ? slice.offset : null };
    });
  }

  /** The body of the answer. @throws GatehouseError */
  async request<T = unknown>(method: string, path: string, options?: RequestOptions): Promise<T> {
    return (await this.send<T>(method, path, options)).body;
  }

  /** The whole answer, with its status and headers. @throws GatehouseError */
  async send<T = unknown>(
    method: string,
    path: string,
    options: RequestOptions = {},
  ): Promise<Answer<T>> {
    const attempt = this.#prepare(method, path, options);
    const retries = isRepeatable(attempt) ? (options.retries ?? this.#options.retries) : 0;
    const fetch = this.#options.fetch ?? globalThis.fetch.bind(globalThis);
    for (let repeated = 0; ; repeated += 1) {
      try {
        return await sendOnce<T>(fetch, attempt);
      } catch (error) {
        if (repeated > 0 && isGoneAlready(attempt, error))
          return { status: 204, headers: new Headers(), body: undefined as T };
        if (repeated >= retries || !isPassing(error, repeated)) throw error;
        await this.#wait(attempt, error as GatehouseError, repeated);
      }
    }
  }

  async #wait(
    { method, path, signal }: Attempt,
    error: GatehouseError,
    repeated: number,
  ): Promise<void> {
    const { longestWaitMs, onRetry } = this.#options;
    const delayMs = backOff(repeated, error.retryAfterSeconds);
    if ((error.retryAfterSeconds ?? 0) * 1000 > longestWaitMs) throw error;
    onRetry?.({ method, path, attempt: repeated + 1, delayMs, code: error.code });
    await pause(delayMs, signal);
  }

  #prepare(verb: string, path: string, options: RequestOptions): Attempt {
    const method = verb.toUpperCase();
    const { partnerId = this.#options.partnerId, timeoutMs = this.#options.timeoutMs } = options;
    const filled = fillPath(path, {
      ...(partnerId !== undefined && { partnerId }),
      ...options.path,
    });
    const { body, type } = bodyOf(options.body);
    const headers = headersOf({ method, path, partnerId, type, options });
    for (const [name, value] of Object.entries(this.#options.headers ?? {}))
      if (!headers.has(name)) headers.set(name, value);
    if (this.#credential) headers.set(...this.#credential);
    const url = `${this.#baseUrl}${filled}${queryString(options.query)}`;
    return { method, path, url, headers, body, timeoutMs, signal: options.signal };
  }
}

/** Twice is as good as once: the verb says so, or the service knows the key. A merge patch names values, no differences. */
const isRepeatable = ({ method, path, headers }: Attempt): boolean =>
  method === 'POST'
    ? headers.has('Idempotency-Key') && path.startsWith('/admin/v1/')
    : !SENT_ONCE.has(path);

/** Each of these, although a `GET`, makes another token or sends another mail. */
const SENT_ONCE: ReadonlySet<string> = new Set([
  '/Api/Users/ResetPassword',
  '/Api/Users/SendEmailToResetPassword',
]);

/** The first attempt removed it, and its answer was lost. */
const isGoneAlready = ({ method }: Attempt, error: unknown): boolean =>
  method === 'DELETE' && isGatehouseError(error) && error.status === 404;

/** @throws TypeError that does not show it */
function credentialOf({ apiKey, token }: GatehouseOptions): readonly [string, string] | undefined {
  if (apiKey !== undefined && token !== undefined)
    throw new TypeError('Give an apiKey or a token, not both');
  if (apiKey === undefined && token === undefined) return undefined;
  if (!PRINTABLE.test(apiKey ?? token ?? ''))
    throw new TypeError(
      `The ${apiKey === undefined ? 'token' : 'apiKey'} is empty or has blanks or other characters that no key has`,
    );
  return apiKey === undefined ? ['Authorization', `Bearer ${token}`] : ['X-Api-Key', apiKey];
}
