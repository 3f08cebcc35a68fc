import { eventually, until } from './eventually.js';
import type { Api } from './api.js';

export interface LiveEvent {
  readonly event: string;
  readonly id: string | undefined;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
}

/** A client of server-sent events, as a browser is one; it does not come again by itself. */
export class LiveEvents {
  readonly events: LiveEvent[] = [];
  /** Everything that came, as it came. */
  text = '';
  isClosed = false;
  private readonly stopping = new AbortController();

  private constructor(readonly response: Response) {}

  static async open(
    api: Api,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<LiveEvents> {
    const stopping = new AbortController();
    const response = await api.open(path, { headers, signal: stopping.signal });
    const opened = new LiveEvents(response);
    opened.stopping.signal.addEventListener('abort', () => stopping.abort());
    void opened.read().catch(() => undefined);
    return opened;
  }

  of(event: string): LiveEvent[] {
    return this.events.filter((one) => one.event === event);
  }

  /** The first event of that kind for which it is true. */
  async next(event: string, isIt: (data: LiveEvent['data']) => boolean = () => true) {
    const find = () => this.of(event).find(({ data }) => isIt(data));
    await until(() => find() !== undefined, undefined, `an event ${event}`);
    return find()!;
  }

  /** @returns whether the server ended it */
  ended(): Promise<boolean> {
    return eventually(
      () => this.isClosed,
      (closed) => closed,
    );
  }

  close(): void {
    this.stopping.abort();
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response.body as unknown as AsyncIterable<Uint8Array>)
        this.take(decoder.decode(chunk, { stream: true }));
    } finally {
      this.isClosed = true;
    }
  }

  private take(chunk: string): void {
    const before = this.text.split('\n\n').length - 1;
    this.text += chunk;
    const blocks = this.text.split('\n\n').slice(before, -1);
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const [event, data] = [field('event'), field('data')];
      if (event !== undefined && data !== undefined)
        this.events.push({ event, id: field('id'), data: JSON.parse(data) });
    }
  }
}
