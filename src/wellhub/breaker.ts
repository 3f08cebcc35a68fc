import { performance } from 'node:perf_hooks';

/** `half-open`: Wellhub is silent, and a call is under way that finds out whether it is back. */
export type BreakerState = 'closed' | 'half-open' | 'open';

/** Calls without an answer, one after the other, from which on nobody is made to wait. */
const MOST_FAILURES = 5;
/** While Wellhub is silent, one call in this time goes through, whether or not the one before has ended. */
const PROBE_EVERY_MS = 2_000;

/** Whether the other side answered; undefined when the call never went out, which says nothing about it. */
export type IsAnswer<T> = (outcome: T) => boolean | undefined;

/** Cuts calls short while the other side is silent, so that a queue at a door waits for nothing (ADR 0008). */
export class Breaker {
  private failures = 0;
  private probes = 0;
  private nextProbeAt = 0;
  private answeredAt = -1;
  private told: BreakerState = 'closed';

  constructor(
    private readonly onChange: (state: BreakerState) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get state(): BreakerState {
    if (this.failures < MOST_FAILURES) return 'closed';
    return this.probes > 0 ? 'half-open' : 'open';
  }

  /** @returns undefined when the call was not made. @param always goes through in any state, for somebody who looks */
  async run<T>(
    call: () => Promise<T>,
    isAnswer: IsAnswer<T>,
    always = false,
  ): Promise<T | undefined> {
    const begunAt = this.now();
    if (this.state === 'closed') return this.heard(await call(), isAnswer, begunAt);
    if (!always && begunAt < this.nextProbeAt) return undefined;
    this.nextProbeAt = begunAt + PROBE_EVERY_MS;
    this.probes += 1;
    this.tell();
    const outcome = await call();
    this.probes -= 1;
    return this.heard(outcome, isAnswer, begunAt);
  }

  /** A call that hangs since before the last answer says nothing about now. */
  private heard<T>(outcome: T, isAnswer: IsAnswer<T>, begunAt: number): T {
    const answered = isAnswer(outcome);
    if (answered === undefined) this.nextProbeAt = Math.min(this.nextProbeAt, this.now());
    else if (answered) {
      this.failures = 0;
      this.answeredAt = this.now();
    } else if (begunAt >= this.answeredAt) {
      this.failures += 1;
      if (this.failures === MOST_FAILURES) this.nextProbeAt = this.now() + PROBE_EVERY_MS;
    }
    this.tell();
    return outcome;
  }

  private tell(): void {
    if (this.state === this.told) return;
    this.told = this.state;
    this.onChange(this.state);
  }
}
