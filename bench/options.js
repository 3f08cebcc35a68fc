import { parseArgs } from 'node:util';

const HELP = `npm run bench -- [figure] [options]

Figures, one at a time:
  compare           ours beside raw node:http + pg, path by path (without a figure)
  table             what a request costs, on every Node that is found; kept in docs/performance.md
  gate-rate         scans at a fixed rate beside a million old access codes
  webhook-hanging   webhooks with Wellhub hanging and every subscriber down
  log-in            log-ins per second, and what a flood of them leaves to the others
  link-flood        the gate, webhooks and codes beside bursts of linking writers
  floods            the gate beside floods of bodies without a credential
  overload          three times as many registrations as can be answered, beside the doors
  timing            how much longer a known name takes than an unknown one
  peers             tokens beside oidc-provider, log-ins beside better-auth
  growth            every path with few and with many customers and visits (npm run bench:growth)
  members           list, search, profile, timeline and statistics with many members, API and screens
  rules             scans with 50 rules and a capacity, and by a Control iD device, beside plain ones
  devices           what 100 Control iD devices cost that have nothing to do
  size              bytes that the database grows by for a registration, a check-in, a code and a scan
  start             seconds until ready, and memory, idle and loaded
  tracing           tokens and scans without a collector of traces and with one, in turns
  workers           every path with one process and with several behind one port (WORKERS)

Options; what a figure takes otherwise stands in bench/README.md:
  --reps <n>        repetitions of every measurement
  --seconds <n>     length of one measurement
  --clients <n>     clients of the crowded measurement
  --customers <n>   members with a contract, and as many with a Wellhub id
  --rate <n>        requests per second, where a figure keeps a rate
  --codes <n>       gate-rate: old access codes
  --pairs <n>       timing: pairs of a known and an unknown name
  --large <n>       growth and members: customers of the large side
  --visits <n>      growth and members: visits of the large side
  --workers <n>     workers: how many processes beside one; as many as there are cores
  --only <paths>    compare, table, floods, peers, growth, tracing and workers: some of their paths
  --against <dir>   link-flood, log-in, floods, overload and workers: measure the built checkout there first, then this one;
                    rules: measure it in turns with this one
  --node <paths>    table and start: further Nodes to measure, beside NODE20, NODE22, NODE24 and the one that runs this
  --force           table: keep it whatever the verdict
  --profile         compare: write a CPU profile of each server to bench/results/
DATABASE_URL names a PostgreSQL to use instead of the embedded one; the bench makes and drops its own databases there.`;

const NUMBERS = ['reps', 'seconds', 'clients', 'customers'];
const MORE_NUMBERS = ['rate', 'codes', 'pairs', 'large', 'visits', 'workers'];
const DEFAULTS = { reps: 5, seconds: 3, clients: 64, customers: 20_000 };

/**
 * What a run was asked to do: the figure, and its options. Ends the process on --help and on anything it does not
 * understand.
 * @param figures each with its name, the defaults of its options and the names of its paths
 */
export function readOptions(figures) {
  try {
    return checked(parsed(), figures);
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

function parsed() {
  const numbers = [...NUMBERS, ...MORE_NUMBERS].map((name) => [name, { type: 'string' }]);
  return parseArgs({
    allowPositionals: true,
    options: {
      ...Object.fromEntries(numbers),
      only: { type: 'string' },
      node: { type: 'string' },
      force: { type: 'boolean', default: false },
      against: { type: 'string' },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

function checked({ values, positionals }, figures) {
  const { help, profile, only, against, node, force, ...texts } = values;
  if (help) {
    console.log(HELP);
    process.exit(0);
  }
  const [name = 'compare', ...more] = positionals;
  const figure = figures.find((known) => known.name === name);
  if (!figure || more.length > 0) throw new Error(`no such figure: ${positionals.join(' ')}`);
  const paths = only?.split(',') ?? figure.paths ?? [];
  const unknown = paths.filter((path) => !figure.paths?.includes(path));
  if (unknown.length > 0) throw new Error(`no such path of ${name}: ${unknown.join(', ')}`);
  refuseStrange(figure, { against, node, force });
  return { figure, options: { ...numbersOf(texts, figure), profile, paths, against, node, force } };
}

function refuseStrange(
  { name, comparable, comparesInOneRun, takesNodes },
  { against, node, force },
) {
  if (against && !comparable && !comparesInOneRun) throw new Error(`${name} takes no --against`);
  if ((node || force) && !takesNodes) throw new Error(`${name} takes no --node and no --force`);
}

function numbersOf(texts, figure) {
  const defaults = { ...DEFAULTS, ...figure.defaults };
  const given = Object.entries(texts).map(([name, text]) => [name, Number(text)]);
  for (const [name, value] of given) {
    if (!(value > 0)) throw new Error(`--${name} must be a number above 0`);
    if (!(name in defaults)) throw new Error(`${figure.name} takes no --${name}`);
  }
  return { ...defaults, ...Object.fromEntries(given) };
}
