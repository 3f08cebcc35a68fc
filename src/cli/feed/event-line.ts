import type { Output } from '../terminal/output.js';
import { terminalSafe } from '../terminal/terminal-safe.js';
import type { Forwarded } from './forward.js';
import { eventTime, typeOf, type Envelope } from './feed.js';

/** One event on one line. */
export const eventLine = (event: Envelope, { paint }: Output): string => {
  const time = new Date(eventTime(event)).toISOString().slice(0, 19).replace('T', ' ');
  const type = terminalSafe(typeOf(event)).padEnd(26);
  return `${paint('faint', time)}  ${paint('strong', type)}  ${event.entityId}  ${paint('faint', terminalSafe(event.uuid))}`;
};

/** What became of it at the address. */
export function answerText({ status, reason, ms }: Forwarded, { paint }: Output): string {
  if (status === undefined) return paint('bad', `→ ${reason}`);
  const isGood = status >= 200 && status < 300;
  return `${paint(isGood ? 'good' : 'bad', `→ ${status}`)} (${ms} ms)`;
}
