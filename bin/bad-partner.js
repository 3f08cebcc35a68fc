// A partner's system to practise `gatehouse conform` on: right in everything but for the faults that are asked for.
import { parseArgs } from 'node:util';
import { BadPartner, FAULTS } from '../test/support/bad-partner/bad-partner.js';

const USAGE = `Usage: npm run bad-partner -- [flags]

A small system of a Wellhub partner, right in everything but for its faults.

  --faults <names>   comma-separated; --list shows them (default: none)
  --random <count>   so many faults that are not told before the end
  --port <number>    default 4020
  --wellhub <url>    where it calls "validate" (default http://127.0.0.1:4010)
  --list             the faults, and the check that is meant to find each
  --help             this text
`;

const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const FLAGS = {
  faults: { ...text, default: '' },
  random: text,
  port: { ...text, default: '4020' },
  wellhub: { ...text, default: 'http://127.0.0.1:4010' },
  list: flag,
  help: flag,
};

/** Faults that hide all others are no practice. */
const ALONE = /^(connection\.answers|token\.good-key|registration\.newer|check-in\.good)$/;
const LONG = /^(connection\.idle|validate\.retries-(hang|slow-bytes|401)|registration\.offer)$/;

/** One of each check at most, so that none hides another of the same. */
function randomFaults(count) {
  const byCheck = new Map(
    Object.entries(FAULTS)
      .map(([fault, [check]]) => ({ fault, check, place: Math.random() }))
      .filter(({ check }) => !ALONE.test(check) && !LONG.test(check))
      .sort((a, b) => a.place - b.place)
      .map(({ fault, check }) => [check, fault]),
  );
  return [...byCheck.values()].sort(() => Math.random() - 0.5).slice(0, count);
}

const write = (line) => process.stdout.write(`${line}\n`);

function flagsOf(args) {
  const { values } = parseArgs({ args, options: FLAGS });
  if (!/^\d{1,5}$/.test(values.port)) throw new Error("'--port' must be a number");
  if (values.random !== undefined && !/^[1-9]\d?$/.test(values.random))
    throw new Error("'--random' must be a number from 1 to 99");
  return values;
}

async function serve({ faults, random, port, wellhub }) {
  const named = faults.split(',').map((name) => name.trim());
  const chosen = random === undefined ? named.filter(Boolean) : randomFaults(Number(random));
  const partner = new BadPartner({ faults: chosen, wellhubUrl: wellhub.replace(/\/+$/, '') });
  const url = await partner.listen(Number(port));
  const { key, secret, existingUser, validateToken } = partner.options;
  write(`A partner with ${random === undefined ? chosen.join(', ') || 'no faults' : `${random} faults`}, at ${url}. Now, in another terminal:

npx gatehouse conform --target ${url} --key ${key} --secret ${secret} --listen ${new URL(wellhub).host} \\
  --validate-token ${validateToken} --existing-user ${existingUser} --decide-within 10
`);
  const stop = async () => {
    if (random !== undefined) write(`The faults were: ${chosen.join(', ')}`);
    await partner.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
}

try {
  const flags = flagsOf(process.argv.slice(2));
  if (flags.help) write(USAGE);
  else if (flags.list)
    for (const [fault, [check, about]] of Object.entries(FAULTS))
      write(`${fault.padEnd(26)} ${check.padEnd(28)} ${about}`);
  else await serve(flags);
} catch (error) {
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
