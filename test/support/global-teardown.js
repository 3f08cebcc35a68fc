import { readFileSync, rmSync } from 'node:fs';
import pg from 'pg';

/** Stops the server of the run, or drops its databases, and removes all that the tests wrote: half a gigabyte. */
export default async function globalTeardown() {
  if (globalThis.embeddedPostgres) await globalThis.embeddedPostgres.stop();
  else await dropDatabases();
  rmSync(process.env.TMPDIR, { recursive: true, force: true, maxRetries: 5 });
}

async function dropDatabases() {
  const names = readFileSync(process.env.TEST_DATABASES_FILE, 'utf8').split('\n').filter(Boolean);
  const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_SERVER });
  await admin.connect();
  for (const name of names.toReversed())
    await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
}
