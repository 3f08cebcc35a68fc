import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ConformanceReport } from '../../src/conformance/index.js';
import { CHECKS } from '../../src/conformance/kit/kit.js';
import { FAULTS } from '../support/bad-partner/bad-partner.js';
import { failedIn, reportOf } from './practice.js';

const AT_ONCE = 12;
const MOST_MS = 600_000;
const table = Object.entries(FAULTS).map(([fault, [check, about]]) => ({ fault, check, about }));

/** Each fault's report; they wait for clocks most of their time, so many run at once. */
const reports = new Map<string, ConformanceReport>();

const isSlow = (fault: string): boolean => {
  const meant = FAULTS[fault]?.[0];
  return CHECKS.some(({ id, needs }) => id === meant && needs?.includes('slow'));
};

/** Those that last longest begin. */
const rank = (fault: string): number => (/slow|wait/.test(fault) ? 0 : 1);

beforeAll(async () => {
  const waiting = Object.keys(FAULTS).sort((a, b) => rank(a) - rank(b));
  const work = async () => {
    for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift())
      reports.set(fault, await reportOf([fault], { slow: isSlow(fault) }));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}, MOST_MS);

describe('a partner with one fault', () => {
  it.each(table)('N-2 that $about is found by $check, and nothing else', ({ fault, check }) => {
    expect(failedIn(reports.get(fault)!)).toEqual([expect.stringContaining(`${check}: `)]);
  });

  it('N-2 has no fault hidden by another that is no ground of its check', async () => {
    const faults = [
      'gives-up-at-500',
      'nobody-500',
      'any-token',
      'placeholders-500',
      'validates-again',
    ];
    const found = failedIn(await reportOf(faults, {})).map((text) => text.split(': ')[0]);
    expect(found.toSorted()).toEqual(faults.map((fault) => FAULTS[fault]?.[0]).toSorted());
  });

  it('N-2 has a fault to be practised on for every check that can be made here', () => {
    const practised = new Set(Object.values(FAULTS).map(([check]) => check));
    const others = CHECKS.map(({ id }) => id).filter((id) => !practised.has(id));
    expect(others).toEqual(['connection.https']);
  });
});
