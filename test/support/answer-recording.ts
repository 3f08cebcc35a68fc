import { operationIdOf, undocumentedExample, type Exchange } from './documented-answers.js';
import { isRecording, keptExamples, offerExample, type Example } from './kept-examples.js';
import { StableExamples } from './stable-examples.js';

const JSON_TYPE = /^application\/json\b/;
let kept: Record<string, Example> | undefined;

/** In a run that records: keeps an answer for the document, where its operation needs one. */
export function recordAnswer(exchange: Exchange, origin: string): void {
  const { status, body, contentType } = exchange;
  if (!isRecording() || status >= 300 || !JSON_TYPE.test(contentType)) return;
  const id = operationIdOf(exchange);
  if (id !== undefined) offer(id, { status, body }, origin);
  if (id === 'events.list')
    for (const event of (body as { items: RecordedEvent[] }).items) recordEvent(event, origin);
}

interface RecordedEvent {
  readonly payload?: readonly { readonly type?: string }[];
}

/** The same for an event. */
export function recordEvent(body: RecordedEvent, origin?: string): void {
  const type = body.payload?.[0]?.type;
  if (isRecording() && type !== undefined) offer(`webhooks.${type}`, { status: 0, body }, origin);
}

function offer(id: string, { status, body }: Example, origin: string | undefined): void {
  if (undocumentedExample(id, status, body) !== undefined) return;
  kept ??= keptExamples();
  const present = kept[id];
  const isWanted = !present || undocumentedExample(id, present.status, present.body) !== undefined;
  const stable = new StableExamples(origin).of(body);
  if (isWanted && undocumentedExample(id, status, stable) === undefined)
    offerExample(id, { status, body: stable });
}
