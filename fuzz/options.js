import { parseArgs } from 'node:util';

const HELP = `npm run fuzz -- [options]
  --requests <n>   how many requests (100000)
  --seed <n>       which ones: the same seed sends the same requests again (the day's number)
  --from <n>       the first request's number (0): with --requests 1 a single one
  --clients <n>    how many at a time (16)
  --show           print every request and its status
DATABASE_URL names a PostgreSQL to use instead of the embedded one.`;

const number = (fallback) => ({ type: 'string', default: String(fallback) });
const DAY_MS = 86_400_000;

/** What a run was asked to do. Ends the process on --help and on anything it does not understand. */
export function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        requests: number(100_000),
        seed: number(Math.floor(Date.now() / DAY_MS)),
        from: number(0),
        clients: number(16),
        show: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const { help, show, ...numbers } = values;
    if (help) {
      console.log(HELP);
      process.exit(0);
    }
    const counts = Object.entries(numbers).map(([name, text]) => [name, Number(text)]);
    const wrong = counts.find(([, value]) => !Number.isInteger(value) || value < 0);
    if (wrong) throw new Error(`--${wrong[0]} must be a whole number`);
    return { show, ...Object.fromEntries(counts) };
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}
