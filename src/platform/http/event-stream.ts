import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Why the server ends a stream; the browser comes again by itself where that helps. */
export type StreamEnd = 'session-ended' | 'restart' | 'gone';

/** How soon a browser comes again after a lost connection. */
const RETRY_MS = 3_000;
/** A client that does not read is disconnected: what it missed it gets when it comes again. */
const MOST_UNSENT = 256 * 1_024;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Proxies neither compress nor collect it.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** One answer of server-sent events, until one side ends it. It holds a socket and nothing else. */
export class EventStream {
  private readonly body = new Readable({ read: () => undefined });
  private heartbeat: () => unknown = () => ({});

  constructor(reply: FastifyReply) {
    this.write(`retry: ${RETRY_MS}`);
    if (reply.raw.destroyed) this.body.destroy();
    else reply.raw.once('close', () => this.body.destroy());
    void reply.headers(HEADERS).send(this.body);
  }

  /** @param id what the client names as `Last-Event-ID` when it comes again */
  send(event: string, data: unknown, id?: string): void {
    const named = id === undefined ? '' : `id: ${id}\n`;
    this.write(`${named}event: ${event}\ndata: ${JSON.stringify(data)}`);
  }

  /** What a heartbeat carries; it shows proxies and browsers that the connection lives. */
  beatWith(data: () => unknown): void {
    this.heartbeat = data;
  }

  beat(): void {
    this.send('heartbeat', this.heartbeat());
  }

  end(reason: StreamEnd): void {
    this.send('end', { reason });
    this.body.push(null);
  }

  onClose(work: () => void): void {
    this.body.once('close', work);
  }

  private write(block: string): void {
    if (this.body.destroyed || this.body.readableEnded) return;
    this.body.push(`${block}\n\n`);
    if (this.body.readableLength > MOST_UNSENT) this.body.destroy();
  }
}
