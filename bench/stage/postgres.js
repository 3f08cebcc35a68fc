import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, types } from 'pg';
import { startEmbeddedPostgres } from '../../dist/platform/database/embedded-postgres.js';

// Counts are far below 2^53; as text they would not compare.
types.setTypeParser(types.builtins.INT8, Number);

/** With the statistics of statements, which a server only keeps when they were set before its start. */
async function startCounting(dataDir) {
  const first = await startEmbeddedPostgres({ dataDir });
  const owner = new Client({ connectionString: first.url });
  await owner.connect();
  await owner.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`);
  await owner.end();
  await first.stop();
  return startEmbeddedPostgres({ dataDir });
}

/** One PostgreSQL server for both sides: the embedded one in a folder that goes away, or `DATABASE_URL`. */
export class Postgres {
  #stop;
  #made = [];

  static async start() {
    const given = process.env.DATABASE_URL;
    const postgres = new Postgres();
    if (given) {
      postgres.url = given;
      postgres.#stop = () => postgres.#dropMade();
    } else {
      const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
      const embedded = await startCounting(dataDir);
      postgres.url = embedded.url;
      postgres.#stop = async () => {
        await embedded.stop();
        rmSync(dataDir, { recursive: true, force: true });
      };
    }
    return postgres;
  }

  /** A new database, empty or a copy of another one that nobody is connected to. @returns its address */
  async createDatabase(template) {
    const name = `gatehouse_bench_${randomBytes(5).toString('hex')}`;
    const source = template ? new URL(template).pathname.slice(1) : 'template0';
    await this.#asOwner((client) => client.query(`create database ${name} template ${source}`));
    this.#made.push(name);
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return url.toString();
  }

  /** What a reader needs to judge the figures. */
  async facts() {
    return this.#asOwner(async (client) => {
      const { rows } = await client.query(
        `select name, setting from pg_settings where name in
           ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers')`,
      );
      return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
    });
  }

  async stop() {
    await this.#stop();
  }

  async #dropMade() {
    await this.#asOwner(async (client) => {
      for (const name of this.#made) await client.query(`drop database ${name} with (force)`);
    });
  }

  async #asOwner(work) {
    const client = new Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
