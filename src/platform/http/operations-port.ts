import { once } from 'node:events';
import {
  createServer,
  get,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import type { Settings } from '../config/settings.js';
import { operationsProof } from './operations-proof.js';
import { listenProblem } from './port-check.js';

export type Scrape = () => Promise<string>;

interface Page {
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
}

const HEALTH = new Set(['/health/live', '/health/ready', '/health/database', '/health/details']);
const LIVE: Page = { status: 200, body: '{"status":"ok"}', headers: jsonOf('application/json') };
/** Longer than a page of health may take. */
const LONGEST_MS = 3_000;
const KEEP_ALIVE_MS = 75_000;

/**
 * `METRICS_PORT`: metrics and health on a port that nothing outside leads to. It opens before the service serves and
 * closes after it, so that a stop can be watched; one for all processes of a group. Health is read from `PORT`, which
 * any of them answers: a process that does not listen there is not ready.
 */
export class OperationsPort {
  /** Of this process, or of its group; none before it is made. */
  scrape: Scrape | undefined;
  private readonly server: Server | undefined;

  private constructor(private readonly settings: Settings) {
    if (settings.metricsPort === undefined) return;
    this.server = createServer(
      { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 10_000 },
      (request, response) => void this.answer(request, response),
    );
  }

  /** Does nothing without `METRICS_PORT`. @throws StartProblem when the port is taken */
  static async open(settings: Settings): Promise<OperationsPort> {
    const made = new OperationsPort(settings);
    const { metricsPort: port, host } = settings;
    if (port === undefined || !made.server) return made;
    try {
      made.server.listen({ port, host });
      await once(made.server, 'listening');
    } catch (error) {
      throw listenProblem(error, { port, host }, 'METRICS_PORT');
    }
    return made;
  }

  async close(): Promise<void> {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer({ method, url = '/' }: IncomingMessage, response: ServerResponse) {
    const isRead = method === 'GET' || method === 'HEAD';
    const page = isRead ? await this.page(url.split('?', 1)[0] ?? '/') : NOT_ALLOWED;
    response.writeHead(page.status, { 'Cache-Control': 'no-store', ...page.headers });
    response.end(method === 'HEAD' ? undefined : page.body);
  }

  private async page(path: string): Promise<Page> {
    if (path === '/metrics') return this.metrics();
    if (!HEALTH.has(path)) return problem(404, 'Here are /metrics and /health/… only');
    if (path === '/health/live') return LIVE;
    return this.health(path).catch(() => problem(503, 'it starts or stops, and serves nothing'));
  }

  private async metrics(): Promise<Page> {
    if (!this.scrape) return problem(503, 'it starts');
    const headers = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' };
    return this.scrape().then(
      (body) => ({ status: 200, body, headers }),
      () => problem(503, 'the metrics could not be read'),
    );
  }

  private async health(path: string): Promise<Page> {
    const { host, port } = this.settings;
    const hostname = ANYWHERE[host] ?? host;
    const headers = operationsProof(this.settings);
    const request = get({ hostname, port, path, headers, agent: false, timeout: LONGEST_MS });
    request.on('timeout', () => request.destroy());
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const body = await text(response);
    const type = response.headers['content-type'] ?? 'application/json';
    return { status: response.statusCode ?? 503, body, headers: jsonOf(type) };
  }
}

/** An address that is none to connect to, and one where the same listens. */
const ANYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

function jsonOf(type: string) {
  return { 'Content-Type': type };
}

const TITLES = {
  404: 'There is nothing at this address',
  405: 'This method is not allowed here',
  503: 'The service is not available right now',
} as const;

const problem = (status: keyof typeof TITLES, detail: string): Page => ({
  status,
  body: JSON.stringify({ title: TITLES[status], status, detail }),
  headers: { ...jsonOf('application/problem+json'), ...(status === 503 && { 'Retry-After': '1' }) },
});

const NOT_ALLOWED: Page = {
  status: 405,
  body: JSON.stringify({ title: TITLES[405], status: 405 }),
  headers: { ...jsonOf('application/problem+json'), Allow: 'GET, HEAD' },
};
