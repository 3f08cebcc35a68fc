import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ConformanceReport } from '../../src/conformance/index.js';
import { CHECKS } from '../../src/conformance/kit/kit.js';
import { FAULTS } from '../support/bad-partner/bad-partner.js';
import { failedIn, KEY, reportOf, SECRET } from './practice.js';

describe('a partner without a fault', () => {
  let report: ConformanceReport;

  beforeAll(async () => {
    report = await reportOf([], { slow: true });
  });

  it('N-1 passes every check', () => {
    expect(failedIn(report)).toEqual([]);
    const skipped = report.results.filter(({ verdict }) => verdict === 'skipped');
    expect(skipped.map(({ id }) => id)).toEqual(['connection.https']);
  });

  it('N-6 finds with each check what was sent and what came back', () => {
    const passed = report.results.filter(({ verdict }) => verdict === 'passed');
    expect(passed.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
  });

  it('N-3 finds its key, secret and tokens nowhere in the report', () => {
    const text = JSON.stringify(report);
    for (const secret of [KEY, SECRET, 'practice-validate-token'])
      for (const form of [
        secret,
        Buffer.from(secret).toString('base64'),
        Buffer.from(secret).toString('hex'),
      ])
        expect(text).not.toContain(form);
    expect(text).not.toMatch(/"access_token\\":\\"(?!\(hidden\))/);
  });
});

describe('a partner with many faults', () => {
  it('N-2 finds each of them in the report', async () => {
    const faults = [
      'expires-in-milliseconds',
      'link-with-email',
      'cancel-again-409',
      'signs-parsed-body',
      'zeros-lost',
    ];
    const failed = failedIn(await reportOf(faults));
    expect(failed.map((line) => line.split(':')[0])).toEqual(
      faults.map((fault) => FAULTS[fault]![0]),
    );
  });
});

describe('a run', () => {
  it('N-10 with --only makes those checks and the ones they build on', async () => {
    const { results } = await reportOf([], { only: ['booking.shuffled'] });
    expect(results.map(({ id }) => id)).toEqual([
      'connection.answers',
      'booking.requested',
      'booking.canceled',
      'booking.shuffled',
    ]);
  });

  it('N-11 says of what takes long that it was skipped, and how to run it', async () => {
    const { results } = await reportOf([], { only: ['connection'] });
    const idle = results.find(({ id }) => id === 'connection.idle');
    expect(idle).toMatchObject({ verdict: 'skipped', finding: expect.stringContaining('--slow') });
  });

  it('N-2 has checks whose names are unique', () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  });
});
