/** What the deadline of a check-in does next: alert at half, at four fifths, then its end (`wellhub.md` 5.1). */
export interface DeadlineMark {
  readonly step: 0 | 1 | 2;
  readonly at: Date;
}

const SHARES = [0.5, 0.8, 1] as const;

/** The first mark still ahead; a probe has no alerts, so only its end counts. */
export function firstMark(
  eventAt: Date,
  expiresAt: Date,
  { now, isProbe }: { now: Date; isProbe: boolean },
): DeadlineMark {
  const steps: readonly (0 | 1)[] = isProbe ? [] : [0, 1];
  for (const step of steps) {
    const at = markAt(eventAt, expiresAt, step);
    if (at > now) return { step, at };
  }
  return { step: 2, at: expiresAt };
}

export function markAt(eventAt: Date, expiresAt: Date, step: 0 | 1 | 2): Date {
  const [start, end] = [eventAt.getTime(), expiresAt.getTime()];
  return new Date(start + (end - start) * SHARES[step]);
}
