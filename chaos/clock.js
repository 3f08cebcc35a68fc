import { setTimeout as sleep } from 'node:timers/promises';
import { underLoad } from './under-load.js';

const SKEW_MS = 600_000;

/** Preloaded into a replica: its clock is wrong by this much, everything else runs as always. */
const skewed = (ms) => {
  const code = `const real = Date.now; const by = ${ms}; const Real = Date;
    globalThis.Date = class extends Real { constructor(...given) { given.length ? super(...given) : super(real() + by); } static now() { return real() + by; } };`;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
};

/** The validity of a code is the database's matter: what these replicas believe must not change it. */
export async function wrongClocks(stage) {
  const { replicas, ledger, report } = stage;
  const [first, second] = replicas.all;
  await replicas.add({}, skewed(SKEW_MS));
  await replicas.add({}, skewed(-SKEW_MS));
  await replicas.replace(first, { alone: true });
  await replicas.replace(second, { alone: true });
  const refusedBefore = refusals(ledger);
  await underLoad(stage, 40, () => sleep(4_000));
  const refused = refusals(ledger) - refusedBefore;
  for (const server of replicas.all) await replicas.replace(server);
  if (refused > 0)
    report.found(`L4: ${refused} good codes refused by a replica with a wrong clock`);
}

const refusals = ({ scans }) =>
  [...scans.values()].filter((outcome) => outcome !== 'promised').length;
