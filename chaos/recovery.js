import { until } from './until.js';

const KINDS = ['webhook', 'code', 'scan', 'users'];
const ALLOWED_MS = 5_000;
const PATIENCE_MS = 20_000;

/**
 * To be called the moment a fault is over, while people still come: waits until each kind of request was answered well
 * again, and notes how long that took. Nobody helps meanwhile.
 */
export async function recovers({ ledger, report }, allowedMs = ALLOWED_MS) {
  const over = performance.now();
  const good = ledger.watchForGood();
  await until(() => KINDS.every((kind) => good.has(kind)), PATIENCE_MS, 10);
  const took = KINDS.map((kind) => [kind, Math.round((good.get(kind) ?? Infinity) - over)]);
  for (const [kind, ms] of took) report.longest(`${kind} good again`, ms);
  for (const [kind, ms] of took)
    if (ms - (allowedMs < ALLOWED_MS ? ledger.heldUp(ms) : 0) > allowedMs)
      report.found(`L7: ${kind} not answered well within ${allowedMs} ms (${ms} ms)`);
}
