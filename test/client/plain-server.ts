import * as http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

type Reply = (asked: Asked, response: http.ServerResponse, no: number) => void;

/** A server that answers what a test tells it, and remembers what it was asked. */
export class PlainServer {
  readonly asked: Asked[] = [];
  reply: Reply = (_, response) => json(response, 200, {});
  origin = '';
  private readonly server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const asked = { method, url, headers, body: Buffer.concat(chunks).toString() };
    this.asked.push(asked);
    this.reply(asked, response, this.asked.length);
  });

  static async start(): Promise<PlainServer> {
    const plain = new PlainServer();
    await new Promise<void>((resolve) => plain.server.listen(0, '127.0.0.1', resolve));
    plain.origin = `http://127.0.0.1:${(plain.server.address() as AddressInfo).port}`;
    return plain;
  }

  /** Forgets what came and answers by `reply` from here on. */
  answering(reply: Reply): this {
    this.asked.length = 0;
    this.reply = reply;
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export function json(
  response: http.ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'Content-Type': type, ...headers }).end(JSON.stringify(body));
}
