import * as http from 'node:http';
import * as https from 'node:https';

/** Bodies above this are not read: the status alone decides then. */
const MOST_BYTES = 64 * 1024;
/** Below the idle limits of usual load balancers, so that a call seldom meets a socket the other side just closed. */
const IDLE_SOCKET_MS = 15_000;

export interface JsonPost {
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: the call has none. */
  readonly body?: unknown;
  /** How much of an answer is read; 64 KiB. */
  readonly mostBytes?: number;
  /** For the whole call, from the name look-up to the last byte of the answer. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export type JsonPostOutcome =
  | { readonly received: true; readonly response: ReceivedResponse }
  | {
      readonly received: false;
      readonly cause: 'timeout' | 'network' | 'breaker';
      readonly status: number | undefined;
    }
  /** We could not even write it: what it is made of is wrong, and says nothing about the other side. */
  | { readonly received: false; readonly cause: 'unsendable'; readonly status?: undefined };

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Sends JSON with exactly the headers it is given (plus what HTTP itself needs), over kept-alive sockets.
 * Follows no redirect, repeats nothing, and turns every failure into a value: a silent second call would
 * hide that the first one was left without an answer (W-45).
 */
export class JsonPoster {
  private readonly agents = {
    'http:': new http.Agent({ keepAlive: true, timeout: IDLE_SOCKET_MS }),
    'https:': new https.Agent({ keepAlive: true, timeout: IDLE_SOCKET_MS }),
  };

  async post(call: JsonPost): Promise<JsonPostOutcome> {
    if (!isSendable(call)) return { received: false, cause: 'unsendable' };
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    const timer = setTimeout(abort, call.timeoutMs);
    call.signal?.addEventListener('abort', abort, { once: true });
    if (call.signal?.aborted) abort();
    let status: number | undefined;
    try {
      const response = await this.send(call, stop.signal);
      status = response.statusCode ?? 0;
      const body = await readBody(response, call.mostBytes ?? MOST_BYTES);
      return { received: true, response: { status, headers: response.headers, body } };
    } catch {
      return { received: false, cause: stop.signal.aborted ? 'timeout' : 'network', status };
    } finally {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', abort);
    }
  }

  /** Lets go of idle sockets. */
  close(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  private send(call: JsonPost, signal: AbortSignal): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      const url = new URL(call.url);
      const isSecure = url.protocol === 'https:';
      const body = call.body === undefined ? '' : Buffer.from(JSON.stringify(call.body), 'utf8');
      const request = (isSecure ? https : http).request(url, {
        method: call.method ?? 'POST',
        agent: this.agents[isSecure ? 'https:' : 'http:'],
        headers: { ...call.headers, ...(body && { 'Content-Length': body.length }) },
        signal,
      });
      request.once('response', resolve);
      request.on('error', reject);
      request.end(body);
    });
  }
}

function isSendable({ url, headers }: JsonPost): boolean {
  try {
    for (const [name, value] of Object.entries(headers)) http.validateHeaderValue(name, value);
    return /^https?:$/.test(new URL(url).protocol);
  } catch {
    return false;
  }
}

async function readBody(response: http.IncomingMessage, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
