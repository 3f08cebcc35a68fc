import { Breaker, type BreakerState } from './breaker.js';

/** One breaker per base URL, so that a silent sandbox cuts nobody off in production. */
export class Breakers {
  private readonly known = new Map<string, Breaker>();

  constructor(
    private readonly onState: (baseUrl: string, state: BreakerState) => void = () => undefined,
  ) {}

  of(baseUrl: string): Breaker {
    const known = this.known.get(baseUrl);
    if (known) return known;
    const made = new Breaker((state) => this.onState(baseUrl, state));
    this.known.set(baseUrl, made);
    this.onState(baseUrl, made.state);
    return made;
  }
}
