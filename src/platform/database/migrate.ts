import { readEnvironment } from '../config/environment.js';
import { lastWords, StartProblem } from '../config/start-problem.js';
import { firstContact } from './first-contact.js';
import { migrateDown, migrateUp } from './migrations.js';
import { freeRestoredRows } from './restored-rows.js';

const DESTROY = '--destroy';

/**
 * `npm run migrate` applies what is pending, and frees the feeds after a restore into another cluster; `npm run migrate
 * -- down [count]` reverts migrations, with `--destroy` also those that delete rows.
 */
async function main(): Promise<void> {
  const { DATABASE_URL: url, DATABASE_WAIT_SECONDS: waitSeconds } = readEnvironment();
  if (!url)
    throw new StartProblem(
      'Set DATABASE_URL: the embedded database migrates itself when it starts.',
    );
  const destroy = process.argv.includes(DESTROY);
  const words = process.argv.slice(2).filter((word) => word !== DESTROY);
  const [direction = 'up', count = '1'] = words;
  if (!/^(up|down)$/.test(direction) || !/^[1-9]\d*$/.test(count) || words.length > 2)
    throw new StartProblem(
      'Say nothing, or "up", or "down" with how many migrations to take back and perhaps --destroy.',
    );
  await firstContact(url, waitSeconds, (line) => process.stderr.write(`${line}\n`));
  const down = direction === 'down';
  const names = down
    ? await migrateDown(url, { count: Number(count), destroy })
    : await migrateUp(url);
  const verb = down ? 'Took back' : 'Applied';
  const freed = down ? 0 : await freeRestoredRows(url);
  if (freed > 0) process.stdout.write(`Freed ${freed} rows restored from another cluster\n`);
  process.stdout.write(names.length > 0 ? `${verb} ${names.join(', ')}\n` : 'Nothing to do\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exitCode = 1;
});
