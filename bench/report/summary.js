/** The numbers of one path: medians over the repetitions, and the medians of what ours was to the other side in each of them. */
export function summarise({ name, title, targets, clients }, runs) {
  const of = (mode) => runs.filter((run) => run.mode === mode);
  const [alone, crowd] = ['alone', 'crowd'].map((mode) => ({
    ours: medians(of(mode).map((run) => run.ours)),
    other: medians(of(mode).map((run) => run.other)),
  }));
  const ratio = (mode, value) =>
    median(of(mode).map(({ ours, other }) => value(ours) / value(other)));
  const ratios = {
    crowdPerSecond: ratio('crowd', ({ perSecond }) => perSecond),
    crowdP99: ratio('crowd', ({ p99 }) => p99),
    aloneP99: ratio('alone', ({ p99 }) => p99),
    aloneP50: ratio('alone', ({ p50 }) => p50),
    aloneExtraMs: median(of('alone').map(({ ours, other }) => ours.p50 - other.p50)),
  };
  const refused = runs.reduce((sum, { ours, other }) => sum + ours.refused + other.refused, 0);
  return { name, title, clients, alone, crowd, ratios, refused, judged: judge(targets, ratios) };
}

const times = (value) => `${value.toFixed(2)} ×`;

/** How each kind of target is judged. */
const TARGETS = {
  crowd: (least, { crowdPerSecond: ratio }) => ({
    what: 'req/s at many clients',
    target: `≥ ${least} ×`,
    measured: times(ratio),
    met: ratio >= least,
  }),
  lowerP99: (_, { crowdP99: ratio }) => ({
    what: 'p99 at many clients',
    target: 'lower',
    measured: times(ratio),
    met: ratio < 1,
  }),
  aloneTimes: (most, { aloneP50: ratio }) => ({
    what: 'latency alone',
    target: `≤ ${most} ×`,
    measured: times(ratio),
    met: ratio <= most,
  }),
  aloneExtraMs: (most, { aloneExtraMs: extra }) => ({
    what: 'latency alone',
    target: `≤ ${most} ms more`,
    measured: `${extra.toFixed(3)} ms more`,
    met: extra <= most,
  }),
  aloneP99Times: (most, { aloneP99: ratio }) => ({
    what: 'p99 alone',
    target: `≤ ${most} ×`,
    measured: times(ratio),
    met: ratio <= most,
  }),
  crowdP99Times: (most, { crowdP99: ratio }) => ({
    what: 'p99 at many clients',
    target: `≤ ${most} ×`,
    measured: times(ratio),
    met: ratio <= most,
  }),
};

/** Every target in words, and whether this run met it. */
const judge = (targets, ratios) =>
  Object.entries(targets).map(([kind, target]) => TARGETS[kind](target, ratios));

function medians(measurements) {
  const names = Object.keys(measurements[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(measurements.map((m) => m[name]))]));
}

/** Undefined when a value is missing, as CPU times are for a database on another machine. */
export function median(values) {
  if (values.length === 0 || values.some((value) => value === undefined)) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
