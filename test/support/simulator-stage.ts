import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { WellhubClient, type ValidateAnswer } from '../../src/wellhub/index.js';
import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import type { Target } from '../../src/simulator/partner/target.js';

/** One request as the partner's software saw it. */
export interface Seen {
  readonly line: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

type Reply = (seen: Seen, response: http.ServerResponse) => void;

/** A tiny partner: records what comes and answers as told. */
export class TinyPartner {
  readonly seen: Seen[] = [];
  reply: Reply = (_seen, response) => sendJson(response, 200, { received: true });
  private readonly server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const seen = { line: `${request.method} ${request.url}`, headers: request.headers, body };
      this.seen.push(seen);
      this.reply(seen, response);
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export function sendJson(response: http.ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

export const TOKEN = 'token-of-the-partner';
export const HOOK = 'AbCdEfGhIjKlMnOpQrStUv';

/** A simulator, a partner and a client between them. */
export class Stage {
  readonly partner = new TinyPartner();
  readonly client = new WellhubClient();
  target!: Target;
  simulator!: Simulator;

  static async open(): Promise<Stage> {
    const stage = new Stage();
    stage.target = {
      baseUrl: await stage.partner.start(),
      apiKey: 'key-for-wellhub',
      hook: HOOK,
      webhookSecret: 'secret-of-the-partner',
      wellhubGymId: '1042',
    };
    const where = { port: 0, host: '127.0.0.1', validateToken: TOKEN };
    stage.simulator = await createSimulator({ ...where, target: stage.target });
    return stage;
  }

  async close(): Promise<void> {
    this.client.close();
    await this.simulator.close();
    await this.partner.stop();
  }

  validate(wellhubId: string, timeoutMs = 5_000): Promise<ValidateAnswer> {
    const who = { partnerId: 'p', baseUrl: this.simulator.url, token: TOKEN, wellhubGymId: '1042' };
    return this.client.validate({ ...who, wellhubId, timeoutMs });
  }

  call(method: string, path: string, body?: unknown): Promise<Response> {
    const json = { 'Content-Type': 'application/json' };
    const content = body === undefined ? {} : { headers: json, body: JSON.stringify(body) };
    return fetch(`${this.simulator.url}${path}`, { method, redirect: 'manual', ...content });
  }
}
