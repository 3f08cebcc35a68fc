import { parseArgs } from 'node:util';

const HELP = `npm run chaos -- [options]
  --long           the numbers of docs/reliability.md instead of the short form (which CI can afford)
  --only <names>   some of the faults, by name, separated by commas
  --seed <n>       which chances are taken (1)
  --broken         broken on purpose where this fault looks: the run exits 0 only when it found that
  --minutes <n>    how long a soak takes (1; with --long 30)
  --list           the names of the faults`;

/** What a run was asked to do. Ends the process on --help, --list and on anything it does not understand. */
export function readOptions(faults, canBreak) {
  const known = faults.map(({ name }) => name);
  const usual = faults.filter(({ onlyWhenNamed }) => !onlyWhenNamed).map(({ name }) => name);
  try {
    const { values } = parseArgs({
      options: {
        long: { type: 'boolean', default: false },
        only: { type: 'string' },
        seed: { type: 'string', default: '1' },
        broken: { type: 'boolean', default: false },
        minutes: { type: 'string', default: '0' },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help || values.list) {
      console.log(values.help ? HELP : known.join('\n'));
      process.exit(0);
    }
    const names = values.only?.split(',') ?? usual;
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new Error(`unknown fault: ${unknown.join(', ')}`);
    if (values.broken && !canBreak.includes(names.join()))
      throw new Error(`--broken goes with --only one of ${canBreak.join(', ')}`);
    for (const name of ['seed', 'minutes'])
      if (!/^\d+$/.test(values[name])) throw new Error(`--${name} must be a whole number`);
    return { ...values, names, seed: Number(values.seed), minutes: Number(values.minutes) };
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}
