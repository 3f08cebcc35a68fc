import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import pg from 'pg';

/** The address of another database on the test server. */
function databaseUrl(name: string): string {
  const url = new URL(process.env['TEST_DATABASE_SERVER'] ?? '');
  url.pathname = `/${name}`;
  return url.toString();
}

/** A fresh, migrated database: a copy of the template. */
export async function createDatabase(): Promise<string> {
  const name = `gatehouse_test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: process.env['TEST_DATABASE_SERVER'] });
  await admin.connect();
  await admin.query(`create database ${name} template ${process.env['TEST_DATABASE_TEMPLATE']}`);
  await admin.end();
  appendFileSync(process.env['TEST_DATABASES_FILE'] ?? '', `${name}\n`);
  return databaseUrl(name);
}
