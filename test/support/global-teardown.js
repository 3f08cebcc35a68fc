import { readFileSync, rmSync } from 'node:fs';
import pg from 'pg';

export default async function globalTeardown() {
  if (globalThis.embeddedPostgres) {
    await globalThis.embeddedPostgres.stop();
    // Half a gigabyte, and nobody comes back for it.
    return rmSync(globalThis.testDataDir, { recursive: true, force: true });
  }
  const names = readFileSync(process.env.TEST_DATABASES_FILE, 'utf8').split('\n').filter(Boolean);
  const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_SERVER });
  await admin.connect();
  for (const name of names.toReversed())
    await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
}
