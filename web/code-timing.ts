import type { DoorState } from './door-watch.js';

/** What `GET /{slug}/code/current` answers. */
export interface CodeAnswer extends CodeLife, DoorState {
  readonly content: string;
}
export interface CodeLife {
  readonly expiresAt: string;
  readonly serverNow: string;
}

/** A code in the time of this device: milliseconds of `Date.now()`. */
export interface TimedCode {
  readonly askedAt: number;
  readonly endsAt: number;
  /** From here on the next code is fetched. */
  readonly renewAt: number;
}

const RENEW_AT_LEAST_MS = 5_000;
/** Twenty codes a minute are issued to a person; never come near that. */
export const ASK_AT_MOST_EVERY_MS = 3_500;

/**
 * The device's clock may be wrong: only the life, told by the server in its own time, is trusted. It is
 * counted from the moment of asking, so the time that the answer was under way is at our cost.
 */
export function timeCode(answer: CodeLife, askedAt: number): TimedCode {
  const life = Math.max(0, Date.parse(answer.expiresAt) - Date.parse(answer.serverNow));
  const endsAt = askedAt + life;
  const lead = Math.max(RENEW_AT_LEAST_MS, life / 10);
  return { askedAt, endsAt, renewAt: Math.max(endsAt - lead, askedAt + ASK_AT_MOST_EVERY_MS) };
}

/** Also true when the device's clock was set back behind the moment of asking. */
export const isOver = (code: TimedCode, now: number): boolean =>
  now >= code.endsAt || now < code.askedAt - 1_000;

/** Part of the time until the next code that is left, 1 to 0. */
export const shareLeft = (code: TimedCode, now: number): number =>
  Math.min(1, Math.max(0, (code.renewAt - now) / (code.renewAt - code.askedAt)));

export const secondsLeft = (until: number, now: number): number =>
  Math.max(0, Math.ceil((until - now) / 1_000));

/** 1, 2, 4, 8, then every 15 seconds. */
export const retryDelay = (failures: number): number =>
  Math.min(15_000, 1_000 * 2 ** Math.max(0, failures - 1));
