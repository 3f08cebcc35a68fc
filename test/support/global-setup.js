// Plain JavaScript over the build: Jest loads this file itself, without our transform.
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/platform/database/embedded-postgres.js';
import { migrateUp } from '../../dist/platform/database/migrations.js';
import { entriesOf } from './left-behind.js';

/** One real PostgreSQL for the run (`DATABASE_URL`, or the embedded one), and one migrated template in it. */
export default async function globalSetup(_patterns, { rootDir }) {
  globalThis.checkout = { root: rootDir, entries: entriesOf(rootDir) };
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-test-'));
  // The database server may run as another user, who must get through.
  chmodSync(folder, 0o711);
  let server = process.env.DATABASE_URL;
  if (!server) {
    const dataDir = mkdtempSync(join(folder, 'database-'));
    globalThis.embeddedPostgres = await startEmbeddedPostgres({ dataDir });
    server = globalThis.embeddedPostgres.url;
  }
  // Everything that the tests write from now on lies in there, and goes with it.
  process.env.TMPDIR = folder;
  const template = `gatehouse_template_${process.pid}`;
  process.env.TEST_DATABASES_FILE = join(folder, 'databases');
  process.env.TEST_DATABASE_SERVER = server;
  process.env.TEST_DATABASE_TEMPLATE = template;
  writeFileSync(process.env.TEST_DATABASES_FILE, `${template}\n`);
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  // A test run outlives no crash of its server, so nobody waits for the disk.
  await admin.query('alter role current_user set synchronous_commit = off');
  await admin.query(`create database ${template}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${template}`;
  await migrateUp(url.toString());
}
