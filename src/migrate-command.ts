import { readEnvironment } from './platform/config/environment.js';
import { StartProblem, WrongWords } from './platform/config/start-problem.js';
import { firstContact } from './platform/database/first-contact.js';
import { migrateDown, migrateUp } from './platform/database/migrations.js';
import { freeRestoredRows } from './platform/database/restored-rows.js';

const DESTROY = '--destroy';

/**
 * `gatehouse migrate` applies what is pending, and frees the feeds after a restore into another cluster; `gatehouse migrate
 * down [count]` reverts migrations, with `--destroy` also those that delete rows.
 */
export async function migrateCommand(args: readonly string[]): Promise<number> {
  const destroy = args.includes(DESTROY);
  const words = args.filter((word) => word !== DESTROY);
  const [direction = 'up', count = '1'] = words;
  if (!/^(up|down)$/.test(direction) || !/^[1-9]\d*$/.test(count) || words.length > 2)
    throw new WrongWords(
      'Say nothing, or "up", or "down" with how many migrations to take back and perhaps --destroy.',
    );
  const { DATABASE_URL: url, DATABASE_WAIT_SECONDS: waitSeconds } = readEnvironment();
  if (!url)
    throw new StartProblem(
      'Set DATABASE_URL: the embedded database migrates itself when it starts.',
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
  return 0;
}
