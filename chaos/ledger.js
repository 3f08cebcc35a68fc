/**
 * What the outside world knows: every promise it was given, kept by the client, never read from the system.
 * A call ends as `promised` (2xx), `refused` (4xx) or `unknown` (5xx, or no answer).
 */
export class Ledger {
  /** wellhubId → { accepted } */
  checkIns = new Map();
  /** customerId → { outcome, answers of 200 without `repeated` } */
  scans = new Map();
  /** gpwId → { outcome, link } */
  registrations = new Map();
  /** event uuid → how often it reached the receiver */
  events = new Map();
  bodies = new Map();
  /** Events that came again with other bytes. */
  changed = [];
  statuses = new Map();
  slowest = 0;

  answered(kind, { status, ms }) {
    const key = `${kind} ${status ?? 'no answer'}`;
    this.statuses.set(key, (this.statuses.get(key) ?? 0) + 1);
    this.slowest = Math.max(this.slowest, ms);
  }

  delivered(uuid, body) {
    this.events.set(uuid, (this.events.get(uuid) ?? 0) + 1);
    const first = this.bodies.get(uuid) ?? body;
    this.bodies.set(uuid, first);
    if (first !== body) this.changed.push(uuid);
  }

  get told() {
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
