import { performance } from 'node:perf_hooks';

/** `half-open`: the other side did not answer, and a trial call is in flight. */
export const BREAKER_STATES = ['closed', 'half-open', 'open'] as const;
export type BreakerState = (typeof BREAKER_STATES)[number];

/** After this many failures in a row the breaker opens, and callers do not wait. */
const MOST_FAILURES = 5;
/** While the breaker is open, one call in this time goes through, whether or not the one before has ended. */
const PROBE_EVERY_MS = 2_000;

/** Undefined when the outcome does not concern what the breaker guards. */
export type BreakerVerdict = 'good' | 'failed' | undefined;

export interface GuardedCall<T> {
  /** @param succeed for a call that proves before its end that the other side answers */
  readonly call: (succeed: () => void) => Promise<T>;
  readonly judge: (outcome: T) => BreakerVerdict;
  /** Passes in any state, for a call that a person started, such as the connection test. */
  readonly always?: boolean | undefined;
}

/**
 * Refuses calls at once while the other side does not answer, so that people at a door do not wait in vain (ADR 0020).
 */
export class Breaker {
  private failures = 0;
  private probes = 0;
  private nextProbeAt = 0;
  private succeededAt = -1;
  private reported: BreakerState = 'closed';

  constructor(
    private readonly onChange: (state: BreakerState, before: BreakerState) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get state(): BreakerState {
    if (this.failures < MOST_FAILURES) return 'closed';
    return this.probes > 0 ? 'half-open' : 'open';
  }

  /** @returns undefined when the call was not made */
  async run<T>({ call, judge, always = false }: GuardedCall<T>): Promise<T | undefined> {
    const begunAt = this.now();
    const isProbe = this.state !== 'closed';
    if (isProbe) {
      if (!always && begunAt < this.nextProbeAt) return undefined;
      this.nextProbeAt = begunAt + PROBE_EVERY_MS;
      this.probes += 1;
      this.report();
    }
    const outcome = await call(() => this.succeed());
    if (isProbe) this.probes -= 1;
    this.record(judge(outcome), begunAt);
    return outcome;
  }

  private record(verdict: BreakerVerdict, begunAt: number): void {
    if (verdict === 'good') this.succeed();
    else if (verdict === 'failed') this.fail(begunAt);
    else this.nextProbeAt = Math.min(this.nextProbeAt, this.now());
    this.report();
  }

  private succeed(): void {
    this.failures = 0;
    this.succeededAt = this.now();
    this.report();
  }

  /** A call that began before the last success does not count: it shows an older state. */
  private fail(begunAt: number): void {
    if (begunAt < this.succeededAt) return;
    this.failures += 1;
    if (this.failures === MOST_FAILURES) this.nextProbeAt = this.now() + PROBE_EVERY_MS;
  }

  private report(): void {
    const { state, reported } = this;
    if (state === reported) return;
    this.reported = state;
    this.onChange(state, reported);
  }
}
