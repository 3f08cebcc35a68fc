/** The numbers of one path: medians over the repetitions, and the medians of what ours was to raw in each of them. */
export function summarise({ name, title, targets }, runs) {
  const of = (mode) => runs.filter((run) => run.mode === mode);
  const [alone, crowd] = ['alone', 'crowd'].map((mode) => ({
    ours: medians(of(mode).map((run) => run.ours)),
    raw: medians(of(mode).map((run) => run.raw)),
  }));
  const ratio = (mode, value) => median(of(mode).map(({ ours, raw }) => value(ours) / value(raw)));
  const ratios = {
    crowdPerSecond: ratio('crowd', ({ perSecond }) => perSecond),
    crowdP99: ratio('crowd', ({ p99 }) => p99),
    aloneP50: ratio('alone', ({ p50 }) => p50),
    aloneExtraMs: median(of('alone').map(({ ours, raw }) => ours.p50 - raw.p50)),
  };
  const refused = runs.reduce((sum, { ours, raw }) => sum + ours.refused + raw.refused, 0);
  return { name, title, alone, crowd, ratios, refused, judged: judge(targets, ratios) };
}

/** Every target in words, and whether this run met it. */
function judge(targets, ratios) {
  const times = (value) => `${value.toFixed(2)} ×`;
  const judged = [
    {
      what: 'req/s at many clients',
      target: `≥ ${targets.crowd} ×`,
      measured: times(ratios.crowdPerSecond),
      met: ratios.crowdPerSecond >= targets.crowd,
    },
  ];
  if (targets.lowerP99)
    judged.push({
      what: 'p99 at many clients',
      target: 'lower',
      measured: times(ratios.crowdP99),
      met: ratios.crowdP99 < 1,
    });
  judged.push(aloneOf(targets, ratios, times));
  return judged;
}

function aloneOf({ aloneTimes, aloneExtraMs }, ratios, times) {
  if (aloneTimes !== undefined)
    return {
      what: 'latency alone',
      target: `≤ ${aloneTimes} ×`,
      measured: times(ratios.aloneP50),
      met: ratios.aloneP50 <= aloneTimes,
    };
  return {
    what: 'latency alone',
    target: `≤ ${aloneExtraMs} ms more`,
    measured: `${ratios.aloneExtraMs.toFixed(3)} ms more`,
    met: ratios.aloneExtraMs <= aloneExtraMs,
  };
}

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
