import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import pg from 'pg';

/** The address of another database on the test server. */
function databaseUrl(name: string): string {
  const url = new URL(process.env['TEST_DATABASE_SERVER'] ?? '');
  url.pathname = `/${name}`;
  return url.toString();
}

/** A fresh, migrated database: a copy of the template. `template0` makes an empty one. */
export async function createDatabase(
  template = process.env['TEST_DATABASE_TEMPLATE'],
): Promise<string> {
  const name = `gatehouse_test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: process.env['TEST_DATABASE_SERVER'] });
  await admin.connect();
  await admin.query(`create database ${name} template ${template}`);
  await admin.end();
  appendFileSync(process.env['TEST_DATABASES_FILE'] ?? '', `${name}\n`);
  return databaseUrl(name);
}

/** One statement in a database in which no app of ours may run. */
export async function query<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}
