import { recordEvent } from './answer-recording.js';
import { undocumentedEvent } from './documented-answers.js';
import { until } from './eventually.js';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** One webhook as it came over the wire. */
export interface Received {
  readonly at: number;
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

type Reply = (received: Received, response: http.ServerResponse) => void;

/** A subscriber's server. Answers 204 until told otherwise. */
export class Receiver {
  readonly received: Received[] = [];
  /** Events that the document does not allow. */
  private readonly problems: string[] = [];
  reply: Reply = (_, response) => response.writeHead(204).end();
  url = '';
  private readonly server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const received = {
        at: performance.now(),
        path: request.url ?? '',
        method: request.method ?? '',
        headers: request.headers as Record<string, string>,
        body,
        json: JSON.parse(body),
      };
      this.received.push(received);
      const problem = undocumentedEvent(received.json);
      if (problem !== undefined) this.problems.push(`${body}: ${problem}`);
      else recordEvent(received.json);
      this.reply(received, response);
    });
  });

  static async start(reply?: Reply, port = 0): Promise<Receiver> {
    const receiver = new Receiver();
    if (reply) receiver.reply = reply;
    await new Promise<void>((resolve) => receiver.server.listen(port, '127.0.0.1', resolve));
    // A test that fails before it stops its receiver must not keep the run alive.
    receiver.server.unref();
    receiver.url = `http://127.0.0.1:${(receiver.server.address() as AddressInfo).port}/hook`;
    return receiver;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The webhooks of one event, or all; waits until there are that many. */
  async next(count = 1, withinMs?: number): Promise<Received[]> {
    await until(() => this.received.length >= count, withinMs, `${count} webhooks at ${this.url}`);
    const [problem] = this.problems;
    if (problem !== undefined) throw new Error(`no event of the document: ${problem}`);
    return this.received;
  }
}

export const answering =
  (status: number, headers: Record<string, string> = {}): Reply =>
  (_, response) =>
    void response.writeHead(status, headers).end('{"ignored":true}');

/** Never answers. */
export const silent: Reply = () => undefined;

/** @throws when a stock Standard Webhooks library would refuse it */
export const verified = (received: Received, secret: string): unknown =>
  new Webhook(secret).verify(received.body, received.headers);
