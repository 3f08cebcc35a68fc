/** One order of a test: answer like this to the next calls about a booking number or slot, or about anything (`*`). */
export interface BookingPlan {
  /** A booking number, `class/slot`, or `*`. */
  readonly name: string;
  /** A status; `normal` = by the ledger; `hang`, `reset` = no answer; `commit-then-…` = done, but no answer. */
  readonly answer: 'normal' | 'hang' | 'reset' | 'commit-then-hang' | 'commit-then-reset' | number;
  readonly delayMs?: number | undefined;
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter?: number | undefined;
  /** How many calls; default 1. */
  readonly times?: number | undefined;
}

/** Orders are used up in the order they came; a name's own goes before `*`. */
export class BookingPlans {
  private plans: { readonly plan: BookingPlan; left: number }[] = [];

  add(plan: BookingPlan): void {
    this.plans.push({ plan, left: plan.times ?? 1 });
  }

  take(name: string): BookingPlan | undefined {
    const next = [name, '*']
      .map((wanted) => this.plans.find(({ plan }) => plan.name === wanted))
      .find((found) => found !== undefined);
    if (next === undefined) return undefined;
    next.left -= 1;
    this.plans = this.plans.filter(({ left }) => left > 0);
    return next.plan;
  }

  clear(): void {
    this.plans = [];
  }
}
