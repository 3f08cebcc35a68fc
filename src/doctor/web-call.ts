import * as http from 'node:http';
import * as https from 'node:https';
import type { TLSSocket } from 'node:tls';

export interface WebAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  /** How long after the first byte of the body the last one came. */
  readonly bodyMs: number;
  /** When the server's certificate ends; undefined without TLS. */
  readonly certificateEnds?: Date | undefined;
}

const MOST_BYTES = 10_000;

/** One GET, as little processed as possible: the path is sent as it is, no redirect is followed. */
export function callWeb(origin: string, path: string, limitMs: number): Promise<WebAnswer> {
  const { protocol, hostname, port } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const call = (protocol === 'https:' ? https : http).get(
      { host, port, path, agent: false, timeout: limitMs, headers: HEADERS },
      (answer) => readAnswer(answer).then(resolve, reject),
    );
    call.on('timeout', () =>
      call.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })),
    );
    call.on('error', reject);
  });
}

const HEADERS = { Accept: '*/*', 'Accept-Encoding': 'gzip, br', 'User-Agent': 'gatehouse-doctor' };

async function readAnswer(answer: http.IncomingMessage): Promise<WebAnswer> {
  const ends = (answer.socket as Partial<TLSSocket>).getPeerCertificate?.().valid_to;
  const parts: Buffer[] = [];
  let first = 0;
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    first ||= performance.now();
    parts.push(part);
    bytes += part.length;
    if (bytes > MOST_BYTES) break;
  }
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: Buffer.concat(parts).toString('utf8'),
    bodyMs: first === 0 ? 0 : performance.now() - first,
    certificateEnds: ends === undefined ? undefined : new Date(ends),
  };
}
