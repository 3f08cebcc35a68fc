import { recordAnswer } from './answer-recording.js';
import { undocumented, type Exchange } from './documented-answers.js';

/** Where an application runs whose document is known: every answer must be one that it allows. */
const documented = new Set<string>();

export const checkAnswersOf = (origin: string): unknown => documented.add(origin);

/** One answer as a test looks at it. `body` is the parsed JSON, or the text when it is none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests read whatever the wire gave; asserting on it is their job.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** A plain HTTP client: real sockets, no knowledge of our code. */
export class Api {
  constructor(
    readonly origin: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  with(headers: Record<string, string>): Api {
    return new Api(this.origin, { ...this.headers, ...headers });
  }

  withKey(key: string): Api {
    return this.with({ 'X-Api-Key': key });
  }

  get = (path: string, headers?: Record<string, string>) =>
    this.call('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers?: Record<string, string>) =>
    this.call('POST', path, body, headers);
  put = (path: string, body?: unknown, headers?: Record<string, string>) =>
    this.call('PUT', path, body, headers);
  patch = (path: string, body?: unknown, headers?: Record<string, string>) =>
    this.call('PATCH', path, body, headers);
  delete = (path: string, headers?: Record<string, string>) =>
    this.call('DELETE', path, undefined, headers);

  /** Objects are sent as JSON; strings and buffers as they are. */
  async call(
    method: string,
    path: string,
    sent?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const raw =
      sent === undefined || typeof sent === 'string' || Buffer.isBuffer(sent)
        ? sent
        : JSON.stringify(sent);
    const response = await this.open(path, { method, raw, headers });
    const text = await textOf(response);
    const { status, headers: answered } = response;
    const body = parse(text);
    const contentType = answered.get('content-type') ?? '';
    this.check({ method, path, status, contentType, text, body });
    return { status, headers: answered, text, body };
  }

  private check(exchange: Exchange): void {
    if (!documented.has(this.origin)) return;
    const problem = undocumented(exchange);
    if (problem !== undefined) throw new Error(problem);
    recordAnswer(exchange, this.origin);
  }

  /** An answer whose body is still to be read. */
  open(
    path: string,
    { method = 'GET', raw, headers, signal }: OpenRequest = {},
  ): Promise<Response> {
    return fetch(`${this.origin}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(raw !== undefined && { 'Content-Type': 'application/json' }),
        ...this.headers,
        ...headers,
      },
      ...(raw !== undefined && { body: raw as string }),
      ...(signal && { signal }),
    });
  }
}

interface OpenRequest {
  readonly method?: string;
  readonly raw?: string | Buffer | undefined;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** Of an answer that goes on by itself only its beginning. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream'))
    return response.text();
  const reader = response.body!.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
