import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase } from './databases.js';
import { ROOT } from './repository.js';

/** The blocks of SQL of docs/database.md, in their order. */
const BLOCKS = [
  ...readFileSync(join(ROOT, 'docs/database.md'), 'utf8').matchAll(/```sql\n(.*?)```/gs),
].map(([, sql = '']) => sql);

export interface Roles {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  readonly service: string;
}

/** An empty database with the two roles that docs/database.md describes, made by its own words. */
export async function createDatabaseWithRoles(): Promise<Roles> {
  const url = new URL(await createDatabase('template0'));
  const name = url.pathname.slice(1);
  const service = `service_${randomBytes(4).toString('hex')}`;
  const owner = `${service}_owner`;
  const [make = '', grant = ''] = BLOCKS.map((sql) =>
    sql
      .replace(/create database .*/, `alter database ${name} owner to ${owner};`)
      .replaceAll('gatehouse_owner', owner)
      .replaceAll(/\bgatehouse\b/g, service),
  );
  const as = (user: string) => {
    const other = new URL(url);
    other.username = user;
    if (user === service) other.password = 'secret-of-the-service';
    if (user === owner) other.password = 'secret-of-the-owner';
    return other.toString();
  };
  await run(url.toString(), make);
  await run(as(owner), grant);
  return { ownerUrl: as(owner), serviceUrl: as(service), service };
}

export async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
