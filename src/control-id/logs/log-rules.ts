import type { LogEntry } from './log-entry.js';

/** What the device did, before it is known whether it asked us. */
export type LogKind = 'GRANTED' | 'ANONYMOUS' | 'REFUSED';

const GRANTED = 7;
/** Opened by command, button, its web page; gave up; intercom: they name no person. */
const WITHOUT_PERSON: ReadonlySet<number> = new Set([10, 11, 12, 13, 15]);

export function kindOf({ event }: Pick<LogEntry, 'event'>): LogKind {
  if (event === GRANTED) return 'GRANTED';
  return WITHOUT_PERSON.has(event) ? 'ANONYMOUS' : 'REFUSED';
}

const OLDEST_MS = 7 * 86_400_000;
const LATEST_MS = 5 * 60_000;

/** A device's clock can be so wrong that its times mean nothing. */
export const isTimeUnknown = (at: Date, now: Date): boolean =>
  at.getTime() < now.getTime() - OLDEST_MS || at.getTime() > now.getTime() + LATEST_MS;

/** When it was by our clock. @param skewSeconds by how much the device's clock is ahead */
export const correctedTime = (seconds: number, skewSeconds: number): Date =>
  new Date((seconds - skewSeconds) * 1_000);

/** The order in which it happened. */
export const inOrder = (logs: readonly LogEntry[]): LogEntry[] =>
  logs.toSorted((a, b) => a.time - b.time || Number(BigInt(a.id) - BigInt(b.id)));
