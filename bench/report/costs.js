import { grid, share } from './grid.js';
import { median } from './summary.js';

/** More than this between the best and the worst repetition of raw, and the machine was busy with something else. */
const MOST_SPREAD = 0.25;
/** With fewer repetitions nobody knows how much raw differs. */
const LEAST_REPS = 3;

/**
 * At least so many times the requests of the same work by hand; at most so many µs of CPU per request, Node's and PostgreSQL's; at most
 * so many times the latency of the same work for one client.
 */
export const TARGETS = {
  token: { sameWork: 0.9, node: 60, alone: 1.25 },
  users: { sameWork: 2.5, node: 150, postgres: 80, alone: 1.25 },
  'access-code': { sameWork: 2.5, node: 130, postgres: 70, alone: 1.25 },
  gate: { sameWork: 2.5, node: 170, postgres: 200, alone: 1.25 },
  webhook: { sameWork: 1.5, node: 220, postgres: 150, alone: 1.25 },
};

/** What the repetitions of one path on one Node come to: ratios within each repetition, medians of all. */
export function costsOf(path, runs) {
  const reps = [...new Set(runs.map(({ rep }) => rep))];
  const one = (rep, mode, name) =>
    runs.find((run) => run.rep === rep && run.mode === mode && run.name === name)?.measured;
  const ratio = (mode, value, [above, below]) =>
    median(reps.map((rep) => value(one(rep, mode, above)) / value(one(rep, mode, below))));
  const perSecond = (measured) => measured.perSecond;
  const raw = reps.map((rep) => one(rep, 'crowd', 'raw').perSecond);
  const ours = reps.map((rep) => one(rep, 'crowd', 'ours'));
  return {
    path,
    reps: reps.length,
    sameWork: ratio('crowd', perSecond, ['ours', 'raw']),
    batched: ratio('crowd', perSecond, ['batched', 'ours']),
    node: median(ours.map(({ nodeMicros }) => nodeMicros)),
    postgres: median(ours.map(({ postgresMicros }) => postgresMicros)),
    alone: ratio('alone', ({ p50 }) => p50, ['ours', 'raw']),
    spread: (Math.max(...raw) - Math.min(...raw)) / median(raw),
  };
}

/** What is missed of the targets, in words; or why nobody can say. */
export function verdictOn(costs) {
  if (costs.reps < LEAST_REPS) return `no verdict: fewer than ${LEAST_REPS} repetitions`;
  if (costs.spread > MOST_SPREAD) return `no verdict: raw differed by ${share(costs.spread)}`;
  const { sameWork, node, postgres, alone } = TARGETS[costs.path];
  const missed = [
    costs.sameWork < sameWork && `same work (≥ ${sameWork})`,
    costs.node > node && `Node (≤ ${node})`,
    costs.postgres > postgres && `PostgreSQL (≤ ${postgres})`,
    costs.alone > alone && `alone (≤ ${alone})`,
  ].filter(Boolean);
  return missed.length === 0 ? 'met' : `missed: ${missed.join(', ')}`;
}

export const isJudged = ({ reps, spread }) => reps >= LEAST_REPS && spread <= MOST_SPREAD;

const HEAD = [
  'path',
  'ours / same work',
  'batched / ours',
  'CPU in µs, Node + PostgreSQL',
  'alone, ours / same work',
  'raw differed by',
  'verdict',
];
const micros = (value) => (value === undefined ? '–' : value.toFixed(0));

/** @param costs of one path each, on one Node */
export const costsTable = (costs) =>
  grid(
    HEAD,
    costs.map((one) => [
      one.path,
      one.sameWork.toFixed(2),
      one.batched.toFixed(1),
      `${micros(one.node)} + ${micros(one.postgres)}`,
      one.alone.toFixed(2),
      share(one.spread),
      verdictOn(one),
    ]),
  );
