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
  readonly fetchedAt: number;
  readonly endsAt: number;
  /** From here on the next code is fetched. */
  readonly renewAt: number;
}

const RENEW_AT_LEAST_MS = 5_000;
/** The server issues twenty codes a minute to a person; this stays far below. */
export const FETCH_AT_MOST_EVERY_MS = 3_500;

/**
 * The device's clock may be wrong: only the lifetime between two times of the server is trusted. It is
 * counted from the start of the request, so network time shortens it.
 */
export function timeCode(answer: CodeLife, fetchedAt: number): TimedCode {
  const life = Math.max(0, Date.parse(answer.expiresAt) - Date.parse(answer.serverNow));
  const endsAt = fetchedAt + life;
  const lead = Math.max(RENEW_AT_LEAST_MS, life / 10);
  return {
    fetchedAt,
    endsAt,
    renewAt: Math.max(endsAt - lead, fetchedAt + FETCH_AT_MOST_EVERY_MS),
  };
}

/** Also true when the device's clock was set back before the fetch. */
export const isOver = (code: TimedCode, now: number): boolean =>
  now >= code.endsAt || now < code.fetchedAt - 1_000;

/** Part of the time until the next code that is left, 1 to 0. */
export const fractionLeft = (code: TimedCode, now: number): number =>
  Math.min(1, Math.max(0, (code.renewAt - now) / (code.renewAt - code.fetchedAt)));

export const secondsLeft = (until: number, now: number): number =>
  Math.max(0, Math.ceil((until - now) / 1_000));

/** 1, 2, 4, 8, then every 15 seconds. */
export const retryDelay = (failures: number): number =>
  Math.min(15_000, 1_000 * 2 ** Math.max(0, failures - 1));
