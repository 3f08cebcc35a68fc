import { parseArgs } from 'node:util';

const HELP = `npm run bench -- [options]
  --reps <n>        repetitions of every measurement, ours and raw in turn (5)
  --seconds <n>     length of one measurement (3)
  --clients <n>     clients of the crowded measurement (64)
  --customers <n>   members with a contract, and as many with a Wellhub id (20000)
  --only <paths>    some of: token, users, access-code, gate, webhook, webhook-ignored (all)
  --profile         write a CPU profile of each server to bench/results/
DATABASE_URL names a PostgreSQL to use instead of the embedded one; the bench makes and drops its own databases there.`;

/** What a run was asked to do. Ends the process on --help and on anything it does not understand. */
export function readOptions(known) {
  try {
    return checked(parsed(), known);
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

function parsed() {
  const number = (fallback) => ({ type: 'string', default: String(fallback) });
  const { values } = parseArgs({
    options: {
      reps: number(5),
      seconds: number(3),
      clients: number(64),
      customers: number(20_000),
      only: { type: 'string' },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

function checked({ help, profile, only, ...numbers }, known) {
  if (help) {
    console.log(HELP);
    process.exit(0);
  }
  const counts = Object.entries(numbers).map(([name, text]) => [name, Number(text)]);
  const wrong = counts.find(([, value]) => !(value > 0));
  if (wrong) throw new Error(`--${wrong[0]} must be a number above 0`);
  const paths = only?.split(',') ?? known;
  const unknown = paths.filter((path) => !known.includes(path));
  if (unknown.length > 0) throw new Error(`no such path: ${unknown.join(', ')}`);
  return { ...Object.fromEntries(counts), profile, paths };
}
