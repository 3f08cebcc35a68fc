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
  const p50 = (measured) => measured.p50;
  const spreadOf = (mode, value) => spread(reps.map((rep) => value(one(rep, mode, 'raw'))));
  const ours = reps.map((rep) => one(rep, 'crowd', 'ours'));
  return {
    path,
    reps: reps.length,
    sameWork: ratio('crowd', perSecond, ['ours', 'raw']),
    batched: ratio('crowd', perSecond, ['batched', 'ours']),
    node: median(ours.map(({ nodeMicros }) => nodeMicros)),
    postgres: median(ours.map(({ postgresMicros }) => postgresMicros)),
    alone: ratio('alone', p50, ['ours', 'raw']),
    spread: spreadOf('crowd', perSecond),
    spreadAlone: spreadOf('alone', p50),
  };
}

const spread = (values) => (Math.max(...values) - Math.min(...values)) / median(values);
const isSteady = (difference) => difference <= MOST_SPREAD;

/**
 * What is missed of the targets, in words, and about which ratio nobody can say: each is judged by what raw differed by in
 * the same mode. CPU per request is steady on a busy machine, too.
 */
export function verdictOn(costs) {
  if (costs.reps < LEAST_REPS) return `no verdict: fewer than ${LEAST_REPS} repetitions`;
  const target = TARGETS[costs.path];
  const missed = [
    isSteady(costs.spread) &&
      costs.sameWork < target.sameWork &&
      `same work (≥ ${target.sameWork})`,
    costs.node > target.node && `Node (≤ ${target.node})`,
    costs.postgres > target.postgres && `PostgreSQL (≤ ${target.postgres})`,
    isSteady(costs.spreadAlone) && costs.alone > target.alone && `alone (≤ ${target.alone})`,
  ];
  const unjudged = [differed('same work', costs.spread), differed('alone', costs.spreadAlone)];
  return (
    [listed('missed', missed), listed('no verdict', unjudged)].filter(Boolean).join('; ') || 'met'
  );
}

const differed = (ratio, difference) =>
  !isSteady(difference) && `${ratio} (raw differed by ${share(difference)})`;

const listed = (what, items) => {
  const real = items.filter(Boolean);
  return real.length > 0 && `${what}: ${real.join(', ')}`;
};

export const isJudged = ({ reps, spread: crowd, spreadAlone }) =>
  reps >= LEAST_REPS && isSteady(crowd) && isSteady(spreadAlone);

/** For a table that is kept although it proves less than it should: which paths lack a verdict. Empty when all have one. */
export function unjudgedInWords(costs) {
  const paths = [...new Set(costs.filter((one) => !isJudged(one)).map(({ path }) => path))];
  return paths.length === 0
    ? ''
    : `Kept with \`--force\`: not every target has a verdict on ${paths.join(', ')}.`;
}

const HEAD = [
  'path',
  'ours / same work',
  'batched / ours',
  'CPU in µs, Node + PostgreSQL',
  'alone, ours / same work',
  'raw differed by, crowd / alone',
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
      `${share(one.spread)} / ${share(one.spreadAlone)}`,
      verdictOn(one),
    ]),
  );
