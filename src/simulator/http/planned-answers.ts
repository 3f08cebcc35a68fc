/** The answers that can be planned; `normal` = by its ledger (useful with a delay). */
export const ANSWERS = [
  'normal',
  'ok',
  'expired',
  'canceled',
  'notfound',
  'already',
  'unauthorized',
  'forbidden',
  'rejected',
  '429',
  '500',
  'html',
  'huge',
  'empty',
  'hang',
  'reset',
  'slow-bytes',
  'redirect',
  'commit-then-hang',
  'commit-then-reset',
] as const;

export type AnswerName = (typeof ANSWERS)[number];

/** One order of a test: answer like this to this Wellhub id, or to everyone (`*`). */
export interface PlannedAnswer {
  readonly wellhubId: string;
  readonly answer: AnswerName;
  /** Instead of the usual status of this answer. */
  readonly status?: number | undefined;
  readonly delayMs?: number | undefined;
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter?: number | undefined;
  /** Without a number: until the next order of this kind, or until all are deleted. */
  readonly times?: number | undefined;
}

/** Orders with a count are used up first, in the order they came; an id's own order goes before `*`. */
export class PlannedAnswers {
  private counted: { plan: PlannedAnswer; left: number }[] = [];
  private readonly standing = new Map<string, PlannedAnswer>();

  add(plan: PlannedAnswer): void {
    if (plan.times === undefined) this.standing.set(plan.wellhubId, plan);
    else this.counted.push({ plan, left: plan.times });
  }

  clear(): void {
    this.counted = [];
    this.standing.clear();
  }

  /** The order for this call, if there is one; uses up one of its times. */
  take(wellhubId: string): PlannedAnswer | undefined {
    return this.takeFor(wellhubId) ?? this.takeFor('*');
  }

  list(): readonly PlannedAnswer[] {
    const counted = this.counted.map(({ plan, left }) => ({ ...plan, times: left }));
    return [...counted, ...this.standing.values()];
  }

  private takeFor(whom: string): PlannedAnswer | undefined {
    const next = this.counted.find(({ plan }) => plan.wellhubId === whom);
    if (next === undefined) return this.standing.get(whom);
    next.left -= 1;
    if (next.left === 0) this.counted = this.counted.filter((entry) => entry !== next);
    return next.plan;
  }
}
