import { performance } from 'node:perf_hooks';

/** What a source did counts half after this long. */
const HALF_LIFE_MS = 60_000;
/** The number of sources kept; the one that tried longest ago is dropped first. */
const MOST_SOURCES = 20_000;
/**
 * How much of a try's cost a right password returns: a flood of right passwords is a flood too, and new sources precede
 * it.
 */
const SUCCESS = 0.5;

interface Cost {
  readonly value: number;
  readonly at: number;
}

/** What the recent tries of each source cost; one with a right password costs half. In memory only: it orders a queue. */
export class SourceCosts {
  private readonly costs = new Map<string, Cost>();

  constructor(private readonly now = () => performance.now()) {}

  of(source: string): number {
    const cost = this.costs.get(source);
    return cost ? cost.value * 2 ** ((cost.at - this.now()) / HALF_LIFE_MS) : 0;
  }

  countTry(source: string): void {
    this.set(source, this.of(source) + 1);
  }

  countSuccess(source: string): void {
    this.set(source, Math.max(0, this.of(source) - SUCCESS));
  }

  private set(source: string, value: number): void {
    this.costs.delete(source);
    this.costs.set(source, { value, at: this.now() });
    const [oldest] = this.costs.keys();
    if (this.costs.size > MOST_SOURCES && oldest !== undefined) this.costs.delete(oldest);
  }
}
