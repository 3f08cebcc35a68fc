import { answerText, eventLine } from '../feed/event-line.js';
import {
  follow,
  placeOfNow,
  readTypes,
  typeOf,
  type Envelope,
  type FeedSlice,
} from '../feed/feed.js';
import { forward, type Forwarded, type ForwardKeys } from '../feed/forward.js';
import { ListenFile, type ListenPlace } from '../feed/listen-file.js';
import type { BuildCommand, CommandCall } from '../frame/command-call.js';
import { action, examples } from '../frame/run-command.js';
import { serviceUrl } from '../profiles/profile.js';
import { wrongUse } from '../terminal/cli-problem.js';
import { pause } from '../terminal/pause.js';

interface ListenOptions {
  readonly forwardTo: string;
  readonly types?: string;
  readonly skipHistory?: boolean;
}

const RETRY_MS = 1_000;

export const listen: BuildCommand = (command) => {
  command
    .description(
      'post the events of the partner to an address of yours, as they happen and signed as a subscription signs them.\nIt goes on where it was: nothing is lost while it does not run.',
    )
    .requiredOption('--forward-to <url>', 'where your software listens')
    .option('--types <types>', 'only these, comma-separated')
    .option('--skip-history', 'begin with what happens from now on')
    .addHelpText(
      'after',
      examples(
        'listen --forward-to http://localhost:4242/webhooks',
        'listen --forward-to http://localhost:4242/webhooks --skip-history --types CUSTOMER_CHECKIN',
      ),
    )
    .action(action<ListenOptions>(listenAndForward));
};

async function listenAndForward(call: CommandCall<ListenOptions>): Promise<void> {
  const { options, output } = call;
  const url = serviceUrlWithQuery(options.forwardTo);
  const gatehouse = await call.partner();
  const types = await readTypes(gatehouse, options.types);
  const file = new ListenFile(`${call.connection.url} ${call.connection.partnerId}`, url);
  const keys = file.keys();
  if (options.skipHistory) file.keep({ cursor: await placeOfNow(gatehouse), done: [] });
  const place = file.place();
  output.progress(`Forwarding to ${url}; Ctrl-C ends it.`);
  output.progress(`Signing secret: ${keys.secret}`);
  output.progress(`X-Api-Key:      ${keys.webhookKey}`);
  const forwarder = new Forwarder(call, { url, keys, types, file });
  let cursor = place?.cursor;
  let done = place?.done ?? [];
  for await (const page of follow(call, cursor)) {
    await forwarder.forwardAll(page, { cursor: cursor ?? '', done });
    cursor = page.nextCursor;
    done = [];
  }
}

/** An address of anybody's, with a query if need be. */
function serviceUrlWithQuery(text: string): string {
  const [base = '', query] = text.split('?', 2);
  if (serviceUrl(base) !== undefined && !text.includes('#'))
    return query === undefined ? base : `${base}?${query}`;
  throw wrongUse(
    `"${text}" is no address to forward to.`,
    'It is like http://localhost:4242/webhooks.',
  );
}

interface Forwarding {
  readonly url: string;
  readonly keys: ForwardKeys;
  readonly types: readonly string[];
  readonly file: ListenFile;
}

class Forwarder {
  private isWaiting = false;

  constructor(
    private readonly call: CommandCall,
    private readonly how: Forwarding,
  ) {}

  /** One after the other, as they happened. The place is kept after each, so that none comes twice or is lost. */
  async forwardAll({ items, nextCursor }: FeedSlice, { cursor, done }: ListenPlace): Promise<void> {
    const { types, file } = this.how;
    const sent = [...done];
    for (const event of items) {
      if (this.call.signal.aborted) return;
      if (sent.includes(event.uuid)) continue;
      const isWanted = types.length === 0 || types.includes(typeOf(event));
      if (isWanted && !(await this.forwardOne(event))) return;
      sent.push(event.uuid);
      if (isWanted) file.keep({ cursor, done: sent });
    }
    if (items.length > 0) file.keep({ cursor: nextCursor, done: [] });
  }

  /** Until there is an answer, whatever it is. @returns false when Ctrl-C came first */
  private async forwardOne(event: Envelope): Promise<boolean> {
    const { url, keys } = this.how;
    const { signal } = this.call;
    while (!signal.aborted) {
      const answer = await forward(url, event, { keys, signal });
      if (answer.status !== undefined) {
        this.show(event, answer);
        return true;
      }
      if (!signal.aborted) await this.wait(answer);
    }
    return false;
  }

  private show(event: Envelope, answer: Forwarded): void {
    const { output } = this.call;
    this.isWaiting = false;
    output.line({ event, answer }, `${eventLine(event, output)}  ${answerText(answer, output)}`);
  }

  private async wait({ reason }: Forwarded): Promise<void> {
    if (!this.isWaiting)
      this.call.output.progress(`${this.how.url} does not answer (${reason}); trying again …`);
    this.isWaiting = true;
    await pause(RETRY_MS, this.call.signal);
  }
}
