import { setTimeout as sleep } from 'node:timers/promises';
import { underLoad } from './under-load.js';

const PER_SECOND = 100;
const SAMPLE_MS = 5_000;
const HEAP_MB = 160;
/** Of the time: caches fill, the JIT compiles, pools grow. */
const WARM_UP = 0.25;

/** What must stay flat: how much of its mean it may grow by in the rest of the run, and how much in any case. */
const FLAT = {
  'memory, MB': { share: 0.1, slack: 10 },
  'heap, MB': { share: 0.2, slack: 10 },
  handles: { share: 0.1, slack: 20 },
  connections: { share: 0, slack: 2 },
  partitions: { share: 0, slack: 4 },
};

const CONNECTIONS = `select count(*) as count from pg_stat_activity where application_name = 'gatehouse'`;
const PARTITIONS =
  'select count(*) as count from pg_inherits i join pg_class c on c.oid = i.inhrelid and c.relispartition';

/** An hour like any other: people come and go at 100 requests a second, and nothing may grow with the time. */
export async function soak(stage, { count: minutes }) {
  await withSmallHeaps(stage);
  const samples = [];
  await underLoad(stage, PER_SECOND, async () => {
    const end = performance.now() + minutes * 60_000;
    while (performance.now() < end) {
      await sleep(SAMPLE_MS);
      samples.push(await sample(stage));
      if (samples.length % 12 === 0) console.error(`  ${JSON.stringify(samples.at(-1))}`);
    }
  });
  const warm = samples.slice(Math.floor(samples.length * WARM_UP));
  for (const [name, limit] of Object.entries(FLAT)) judge(stage.report, name, limit, warm);
}

/** Garbage that nobody had to collect yet is no growth. */
async function withSmallHeaps({ replicas }) {
  for (const server of replicas.all.slice()) {
    await replicas.add({}, [`--max-old-space-size=${HEAP_MB}`]);
    await replicas.replace(server, { alone: true });
  }
}

async function sample({ database, replicas }) {
  const texts = await Promise.all(
    replicas.all.map(({ origin }) => fetch(`${origin}/metrics`).then((answer) => answer.text())),
  );
  const sum = (name) => texts.reduce((all, text) => all + valueOf(text, name), 0);
  const one = async (text) => (await database.query(text))[0].count;
  return {
    'memory, MB': Math.round(sum('process_resident_memory_bytes') / 2 ** 20),
    'heap, MB': Math.round(sum('nodejs_heap_size_used_bytes') / 2 ** 20),
    handles: sum('nodejs_active_resources_total'),
    ...byType(texts),
    connections: await one(CONNECTIONS),
    partitions: await one(PARTITIONS),
  };
}

/** Which handles: only told, never judged. */
function byType(texts) {
  const counts = {};
  for (const [, type, value] of texts
    .join('\n')
    .matchAll(/^nodejs_active_resources\{type="(\w+)"\} (\d+)/gm))
    counts[type] = (counts[type] ?? 0) + Number(value);
  return counts;
}

const valueOf = (text, name) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1] ?? NaN);

/** By the slope of the line through all samples: single peaks say nothing. */
function judge(report, name, { share, slack }, samples) {
  const values = samples.map((one) => one[name]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const grown = slope(values, mean) * (values.length - 1);
  report.print(
    `${name}: ${Math.round(mean)}, ${grown < 0 ? '' : '+'}${grown.toFixed(1)} in the run`,
  );
  if (!(grown <= Math.max(mean * share, slack)))
    report.found(`${name} grew by ${grown.toFixed(1)} around a mean of ${Math.round(mean)}`);
}

function slope(values, mean) {
  const middle = (values.length - 1) / 2;
  const [above, below] = values.reduce(
    ([a, b], value, no) => [a + (no - middle) * (value - mean), b + (no - middle) ** 2],
    [0, 0],
  );
  return above / below;
}
