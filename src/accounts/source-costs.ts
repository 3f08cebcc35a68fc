import { performance } from 'node:perf_hooks';

/** What a source did counts half after this long. */
const HALF_LIFE_MS = 60_000;
/** Sources that are remembered; the one that was seen longest ago is forgotten first. */
const MOST_SOURCES = 20_000;
/** A right password takes its own try back and earns as much again, but nobody saves up more than this. */
const RIGHT = 2;
const BEST = -1;

interface Cost {
  readonly value: number;
  readonly at: number;
}

/** What each source's tries cost lately without a right password among them. In memory only: it orders a queue. */
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

  countRight(source: string): void {
    this.set(source, Math.max(BEST, this.of(source) - RIGHT));
  }

  private set(source: string, value: number): void {
    this.costs.delete(source);
    this.costs.set(source, { value, at: this.now() });
    const [oldest] = this.costs.keys();
    if (this.costs.size > MOST_SOURCES && oldest !== undefined) this.costs.delete(oldest);
  }
}
