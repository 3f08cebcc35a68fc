import { setTimeout as sleep } from 'node:timers/promises';
import { countStatements, slowStatements, statementsInWords } from '../measure/statements.js';
import { measurePath } from '../measure/series.js';
import { fetchCodes, PATHS } from '../paths.js';
import { table } from '../report/table.js';
import { GROWING, growTo } from '../stage/crowd.js';
import { Stage } from '../stage/stage.js';

/** How much slower the p99 may be with all indexes in shared_buffers, and otherwise. */
const TARGETS = { cached: 1.3, otherwise: 2 };
const SAMPLE = 200_000;
/** Backends of PostgreSQL hand in what they counted once they were idle for ten seconds. */
const STATISTICS_MS = 12_000;

/** Every path on two databases of one server: one with few, one with many customers and visits. */
export const growth = {
  name: 'growth',
  paths: PATHS.map(({ name }) => name),
  defaults: { customers: 5_000, large: 5_000_000, visits: 20_000_000, seconds: 5 },
  run: async (run) => {
    const { print, options } = run;
    const stage = await Stage.open(run);
    const few = await stage.ours();
    const many = await stage.ours();
    await growTo(
      many.sql,
      stage.world,
      { customers: options.large, visits: options.visits },
      print,
    );
    const sizes = await sizesOf(many.sql);
    print(inWords(sizes));
    const sample = await sampleOf(many.sql, stage.world);
    const most = sizes.indexes <= sizes.sharedBuffers ? TARGETS.cached : TARGETS.otherwise;
    const scene = await stage.forSeries([
      { ...many, name: 'many', people: sample },
      { ...few, name: 'few', role: 'other' },
    ]);
    const before = await wholeReads(many.sql);
    const counted = await countStatements(many.sql);
    const paths = [];
    for (const path of PATHS.filter(({ name }) => options.paths.includes(name)))
      paths.push(await measurePath(grown(path, most), scene, run));
    const postgres = await stage.postgres.facts();
    const text = table({ postgres, options, paths, names: 'many / few' });
    const slow = counted ? await slowStatements(many.sql) : [];
    const read = readSince(before, await wholeReads(many.sql));
    return {
      text: `${heading(options)}\n${inWords(sizes)}\n\n${text}\n\n${read}\n${statementsInWords(counted, slow)}`,
      postgres,
      sizes,
      paths,
      read,
      slow,
    };
  },
};

/** Rows are not counted: counting millions would drive out of memory what the requests need there. */
const grown = (path, most) => ({
  ...path,
  targets: { aloneP99Times: most, crowdP99Times: most },
  rows: {},
  orders: (round) => {
    const own = { ...round, world: { ...round.world, ...round.side.people } };
    return path.name === 'gate' ? scansOfOthers(own) : path.orders(own);
  },
});

/** Nobody is sent home, and the next ones come: as at a gym, most people of a day are none of yesterday's. */
async function scansOfOthers({ world, side, load, used, expected }) {
  const codes = await fetchCodes({ world, side, load, from: used.codes, wanted: expected });
  used.codes += codes.length;
  return { deviceTokens: world.deviceTokens, codes };
}

/** People from everywhere in the tables. */
async function sampleOf(sql, { partnerId }) {
  const sampled = async (column, kind) =>
    (
      await sql(
        `select ${column} as value from customers where partner_id = $1 and ${kind} order by random() limit $2`,
        [partnerId, SAMPLE],
      )
    ).map(({ value }) => value);
  return {
    customerIds: await sampled(
      'id',
      'exists (select from contracts k where k.partner_id = $1 and k.customer_id = customers.id)',
    ),
    wellhubIds: await sampled('wellhub_id', 'wellhub_id is not null'),
  };
}

/** In bytes. */
async function sizesOf(sql) {
  const [sizes] = await sql(
    `select pg_database_size(current_database()) as database,
       (select sum(pg_indexes_size(c.oid))::int8 from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace)
         as indexes,
       (select setting::int8 * 8192 from pg_settings where name = 'shared_buffers') as "sharedBuffers"`,
  );
  return sizes;
}

/** How often each growing table was read from one end to the other: what no request may need (no scan, no count). */
async function wholeReads(sql) {
  await sql('select pg_stat_force_next_flush()');
  await sleep(STATISTICS_MS);
  const rows = await sql(
    'select relname as name, seq_scan as times from pg_stat_user_tables where relname = any($1)',
    [GROWING],
  );
  return Object.fromEntries(rows.map(({ name, times }) => [name, times]));
}

function readSince(before, after) {
  const read = GROWING.map((name) => [name, after[name] - before[name]]);
  const words = read.filter(([, times]) => times > 0).map(([name, times]) => `${name} ${times} ×`);
  return `Read as a whole meanwhile, in the large database: ${words.join(', ') || 'no table that grows'}`;
}

const mb = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`;

const heading = ({ customers, large, visits }) =>
  `${2 * customers} customers beside ${large} customers with ${visits} visits, in turns`;

const inWords = ({ database, indexes, sharedBuffers }) =>
  `The large database has ${mb(database)}, ${mb(indexes)} of it indexes; shared_buffers has ${mb(sharedBuffers)}`;
