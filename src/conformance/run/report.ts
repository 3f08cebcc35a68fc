import type { Quote } from '../checks/check.js';
import type { Evidence } from '../http/exchange.js';

export type Verdict = 'passed' | 'failed' | 'skipped';

/** One check when it is over. */
export interface CheckResult {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** What was found, or why it was skipped. */
  readonly finding?: string;
  readonly document: Quote;
  readonly mend: string;
  readonly evidence: readonly Evidence[];
  readonly milliseconds: number;
}

/** A whole run, fit to be shown to anybody: no key, secret or token is in it. */
export interface ConformanceReport {
  readonly target: string;
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly results: readonly CheckResult[];
}

export const countsOf = (results: readonly CheckResult[]): Record<Verdict, number> => ({
  passed: results.filter(({ verdict }) => verdict === 'passed').length,
  failed: results.filter(({ verdict }) => verdict === 'failed').length,
  skipped: results.filter(({ verdict }) => verdict === 'skipped').length,
});

/** The results by group, groups in the order in which they began. */
export function byGroup(results: readonly CheckResult[]): ReadonlyMap<string, CheckResult[]> {
  const groups = new Map<string, CheckResult[]>();
  for (const result of results)
    groups.set(result.group, [...(groups.get(result.group) ?? []), result]);
  return groups;
}
