import { isLate } from './deadlines.js';

/**
 * What the outside world knows: every promise it was given, kept by the client, never read from the system.
 * A call ends as `promised` (2xx), `refused` (4xx) or `unknown` (5xx, or no answer).
 */
export class Ledger {
  /** wellhubId → { accepted } */
  checkIns = new Map();
  /** customerId → { outcome, answers of 200 without `repeated` } */
  scans = new Map();
  /** customerId → how many doors opened for a card while the database was away */
  admissions = new Map();
  /** gpwId → { outcome, link } */
  registrations = new Map();
  /** event uuid → how often it reached the receiver */
  events = new Map();
  bodies = new Map();
  /** Events that came again with other bytes. */
  changed = [];
  statuses = new Map();
  /** kind → the longest that anybody waited, ms */
  slowest = new Map();
  #late = [];
  #helpless = [];
  #firstGood = new Map();

  /** @param heldUp how much of the last so many milliseconds the machine itself took (`pressure.js`) */
  constructor(heldUp) {
    this.heldUp = heldUp;
  }

  answered(kind, { status, ms }) {
    const key = `${kind} ${status ?? 'no answer'}`;
    this.statuses.set(key, (this.statuses.get(key) ?? 0) + 1);
    this.waited(kind, { status, ms });
    if (status < 300 && !this.#firstGood.has(kind)) this.#firstGood.set(kind, performance.now());
  }

  /** One exchange, also one that is repeated until it is answered. */
  waited(kind, { status, ms }) {
    if (status === 500 && kind !== 'users') this.#helpless.push(kind);
    this.slowest.set(kind, Math.max(this.slowest.get(kind) ?? 0, ms));
    if (isLate(kind, { status, ms }) && isLate(kind, { status, ms: ms - this.heldUp(ms) }))
      this.#late.push(`${kind} ${status ?? 'no answer'} after ${Math.round(ms)} ms`);
  }

  /** Answers that came after their deadline since this was asked the last time. */
  takeLate() {
    return this.#late.splice(0);
  }

  /**
   * Answers since the last time that say that we did not know what happened: no fault is an excuse for those. Where
   * Wellhub registers people a 500 is the contract's word for "try again" (W-18).
   */
  takeHelpless() {
    return this.#helpless.splice(0);
  }

  /** From now on. @returns kind → when it was answered well for the first time; fills up by itself */
  watchForGood() {
    this.#firstGood = new Map();
    return this.#firstGood;
  }

  /** @param uuid as the header says it; the body must say the same */
  delivered(uuid, body) {
    if (JSON.parse(body).uuid !== uuid) this.changed.push(uuid);
    this.events.set(uuid, (this.events.get(uuid) ?? 0) + 1);
    const first = this.bodies.get(uuid) ?? body;
    this.bodies.set(uuid, first);
    if (first !== body) this.changed.push(uuid);
  }

  /** Requests that were not answered, or with 5xx. */
  get failures() {
    return [...this.statuses]
      .filter(([key]) => /no answer|5\d\d/.test(key))
      .reduce((sum, [, count]) => sum + count, 0);
  }

  get summary() {
    return [...this.statuses]
      .sort()
      .map(([key, count]) => `${key}: ${count}`)
      .join(', ');
  }
}

/** After a 5xx nobody may be sure: the work may have been done although its answer was given up. */
export function outcomeOf({ status }) {
  if (status === undefined || status >= 500) return 'unknown';
  return status < 300 ? 'promised' : 'refused';
}
