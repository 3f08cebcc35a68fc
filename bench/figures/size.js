import { PATHS } from '../paths.js';
import { measure } from '../measure/measurement.js';
import { grid } from '../report/grid.js';
import { Stage } from '../stage/stage.js';

/** Its steps, each a request of a path that is measured elsewhere, and what is made before the requests. */
const STEPS = [
  { name: 'users' },
  { name: 'webhook' },
  { name: 'access-code' },
  { name: 'gate', madeBefore: 'access_codes' },
];

/** Tables with their partitions, indexes and long values. */
const SIZES = `select c.relname as name, sum(pg_total_relation_size(t.relid))::bigint as bytes
  from pg_class c cross join lateral (
    select relid from pg_partition_tree(c.oid) where isleaf
    union select c.oid where c.relkind = 'r') t
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  group by c.relname`;

/** An empty table has pages, too; below this a difference says nothing. */
const LEAST_BYTES_EACH = 5;

/** What the database grows by: bytes of each table for one registration, check-in, code and scan. */
export const size = {
  name: 'size',
  defaults: { reps: 1, seconds: 10, customers: 20_000, clients: 32 },
  run: async (run) => {
    const { seconds, clients, customers } = run.options;
    const stage = await Stage.open(run);
    const side = await stage.ours();
    const scene = await stage.forSeries([side]);
    const found = [];
    for (const { name, madeBefore } of STEPS) {
      const path = PATHS.find((known) => known.name === name);
      const before = await sizesOf(side);
      const round = { path, side, seconds, clients, expected: customers };
      const { requests } = await measure({ ...round, ...shared(scene, side) });
      const grown = difference(before, await sizesOf(side), requests);
      found.push({ path, requests, grown: grown.filter((table) => table.name !== madeBefore) });
      run.print(`${name}: ${requests} requests`);
    }
    return { text: found.map(report).join('\n\n'), found };
  },
};

const shared = ({ world, load, postmaster, used }, { role }) => ({
  world,
  load,
  postmaster,
  used: used[role],
});

/** After a vacuum, as autovacuum leaves it. */
async function sizesOf({ sql }) {
  await sql('vacuum');
  return new Map((await sql(SIZES)).map(({ name, bytes }) => [name, Number(bytes)]));
}

const difference = (before, after, requests) =>
  [...after]
    .map(([name, bytes]) => ({ name, each: (bytes - (before.get(name) ?? 0)) / requests }))
    .filter(({ each }) => each >= LEAST_BYTES_EACH)
    .toSorted((a, b) => b.each - a.each);

function report({ path, requests, grown }) {
  const total = grown.reduce((sum, { each }) => sum + each, 0);
  const rows = [...grown, { name: 'together', each: total }].map(({ name, each }) => [
    name,
    `${each.toFixed(0)} B`,
    `${((each / 1_024 ** 3) * 1_000_000).toFixed(2)} GiB`,
  ]);
  return [
    `${path.title}: ${requests} requests`,
    '',
    grid(['table', 'each', 'a million'], rows),
  ].join('\n');
}
