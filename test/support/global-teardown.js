import { readFileSync, rmSync } from 'node:fs';
import pg from 'pg';
import { keepOffered } from './kept-examples.js';
import { entriesOf, killForgotten } from './left-behind.js';

/**
 * Stops the server of the run, or drops its databases, and removes all that the tests wrote: half a gigabyte.
 * @throws when a test left a process or something in the checkout behind
 */
export default async function globalTeardown() {
  if (globalThis.embeddedPostgres) await globalThis.embeddedPostgres.stop();
  else await dropDatabases();
  const processes = await killForgotten(process.env.TMPDIR);
  keepOffered();
  rmSync(process.env.TMPDIR, { recursive: true, force: true, maxRetries: 5 });
  const { root, entries } = globalThis.checkout;
  const made = entriesOf(root).filter((name) => !entries.includes(name));
  const left = [...processes.map(({ pid, command }) => `process ${pid} ${command}`), ...made];
  if (left.length > 0) throw new Error(`The tests left behind: ${left.join('; ')}`);
}

async function dropDatabases() {
  const names = readFileSync(process.env.TEST_DATABASES_FILE, 'utf8').split('\n').filter(Boolean);
  const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_SERVER });
  await admin.connect();
  for (const name of names.toReversed())
    await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
}
