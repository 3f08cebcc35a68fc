import type { ConformanceReport, Waits } from '../../src/conformance/index.js';
import {
  runConformance,
  partnerUnderTest,
  selectedChecks,
  WAITS,
} from '../../src/conformance/kit/kit.js';
import { BadPartner } from '../support/bad-partner/bad-partner.js';

/** Short enough for a test, long enough for a machine that is busy. */
export const SHORT: Waits = {
  ...WAITS,
  answer: 3_500,
  registrationLimit: 1_000,
  webhookLimit: 1_000,
  validate: 4_000,
  longValidate: 6_000,
  quiet: 300,
  idle: 1_200,
  retryAfter: 1,
  decision: 3_000,
};

export const KEY = 'practice-key-of-wellhub';
export const SECRET = 'practice-webhook-secret';
const EXISTING = 'gpw-c0ffee00-0000-4000-8000-000000000001';

/** Plays Wellhub against a partner with these faults; every check is made that can be. */
export async function reportOf(
  faults: readonly string[],
  { slow = false, only = [] }: { slow?: boolean; only?: readonly string[] } = {},
): Promise<ConformanceReport> {
  const bad = new BadPartner({
    faults,
    multiOffer: true,
    slowMs: 1_300,
    retryMs: 60,
    callMs: 1_500,
    idleMs: 400,
    key: KEY,
    secret: SECRET,
    existingUser: EXISTING,
  });
  const target = await bad.listen();
  const partner = partnerUnderTest({
    target,
    key: KEY,
    secret: SECRET,
    existingUser: EXISTING,
    multiOffer: true,
    slow,
    listen: '127.0.0.1:0',
    validateToken: bad.options.validateToken,
  });
  const onListen = (url: string) => Object.assign(bad.options, { wellhubUrl: url });
  try {
    return await runConformance({ ...partner, waits: SHORT }, selectedChecks(only), { onListen });
  } finally {
    await bad.close();
  }
}

export const failedIn = ({ results }: ConformanceReport): readonly string[] =>
  results
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ id, finding }) => `${id}: ${finding}`);
