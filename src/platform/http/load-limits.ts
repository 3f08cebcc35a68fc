import { performance } from 'node:perf_hooks';
import type { Urgency } from './urgency.js';

export interface LoadSettings {
  /** The most requests in flight. */
  readonly maxRequestsInFlight: number;
  /** The delay of the event loop from which on requests are refused; 0 = never. */
  readonly maxEventLoopDelayMs: number;
}

/** What `EventLoopDelay` measures. */
interface Delay {
  readonly overdueMs: number;
  readonly lastingMs: number;
}

export type Limited = Exclude<Urgency, 'always'>;

/** The share of each limit per urgency: the less urgent are refused first. */
const SHARE: Readonly<Record<Limited, number>> = { door: 1, member: 0.85, other: 0.7 };
/** The delay at which each is refused, as a multiple of the setting. */
const PATIENCE: Readonly<Record<Limited, number>> = { door: 2, member: 1.5, other: 1 };
/** Urgent requests wait for nothing slow: more in flight than are answered in this time means that they queue. */
const QUEUE_SECONDS = 0.4;
/** This share of all requests in flight is always open to urgent ones. */
const LEAST_URGENT = 0.2;
const COUNTED_MS = 1_000;

/** Counts the requests in flight, and decides whether one more is too many. */
export class LoadLimits {
  private readonly count: Record<Limited, number> = { door: 0, member: 0, other: 0 };
  private answered = 0;
  private countedSince: number;
  private perSecond = 0;

  constructor(
    private readonly settings: LoadSettings,
    private readonly delay: Delay,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.countedSince = now();
  }

  inFlight(urgency: Limited): number {
    return this.count[urgency];
  }

  refuses(urgency: Limited): boolean {
    return this.isLate(urgency) || this.isFull(urgency);
  }

  begin(urgency: Limited): void {
    this.count[urgency] += 1;
  }

  end(urgency: Limited): void {
    this.count[urgency] -= 1;
    if (urgency === 'other') return;
    this.answered += 1;
    const seconds = (this.now() - this.countedSince) / 1_000;
    if (seconds * 1_000 < COUNTED_MS) return;
    this.perSecond = this.answered / seconds;
    this.answered = 0;
    this.countedSince = this.now();
  }

  /** The first requests of an iteration of the event loop are served; the rest of a long one is refused. */
  private isLate(urgency: Limited): boolean {
    const most = this.settings.maxEventLoopDelayMs * PATIENCE[urgency];
    if (most === 0 || this.delay.overdueMs < most) return false;
    return this.delay.lastingMs >= most / 2;
  }

  private isFull(urgency: Limited): boolean {
    const { maxRequestsInFlight: most } = this.settings;
    const urgent = this.count.door + this.count.member;
    const mostUrgent = Math.min(
      most,
      Math.max(most * LEAST_URGENT, this.perSecond * QUEUE_SECONDS),
    );
    if (urgent >= mostUrgent * SHARE[urgency]) return true;
    return urgency === 'other' && this.count.other >= most * SHARE.other;
  }
}
