import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { refuses } from './rotation.js';
import { PRODUCTION } from './scenes.js';

/** Counted without the tables that only say who runs. */
const TABLES = `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;

/** A restore drill with the wrong key: nothing serves, and nothing in the database is other than before. */
export async function wrongKey(stage) {
  const { database, replicas, report } = stage;
  const settings = { ...stage.settings, ...PRODUCTION, DATABASE_URL: await database.create() };
  await (await replicas.apart(settings)).stop();
  const before = await contents(settings.DATABASE_URL);
  const wrong = randomBytes(32).toString('base64');
  await refuses({ ...stage, settings }, wrong, 'is the wrong key');
  if ((await contents(settings.DATABASE_URL)) !== before)
    report.found('a start with the wrong key wrote something');
  await (await replicas.apart(settings)).stop();
}

/** Every row of every table. */
async function contents(connectionString) {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows: tables } = await client.query(TABLES);
    const all = [];
    for (const { name } of tables)
      all.push(name, (await client.query(`select t::text from ${name} t order by 1`)).rows);
    return JSON.stringify(all);
  } finally {
    await client.end();
  }
}
