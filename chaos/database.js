import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, types } from 'pg';
import { startEmbeddedPostgres } from '../dist/platform/database/embedded-postgres.js';
import { Way } from './way.js';

// Counts are far below 2^53; as text they would not compare.
types.setTypeParser(types.builtins.INT8, Number);

/** A PostgreSQL that can crash and freeze, behind a way that can be spoiled. Reading for the oracle goes past the way. */
export class Database {
  #dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-chaos-'));
  #postgres;

  static async start() {
    const database = new Database();
    await database.#launch();
    database.way = await Way.open(database.#socket);
    return database;
  }

  /** For the service: through the way. */
  get url() {
    const url = new URL(this.#postgres.url);
    url.searchParams.delete('host');
    url.hostname = '127.0.0.1';
    url.port = String(this.way.port);
    return url.toString();
  }

  async query(text, values) {
    const client = new Client({ connectionString: this.#postgres.url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** An empty database beside the first one. @returns its address, through the way */
  async create() {
    const name = `chaos_${randomBytes(4).toString('hex')}`;
    await this.query(`create database ${name} template template0`);
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return url.toString();
  }

  /** Everything of it dies at once, like a machine without power; then it recovers from its log. */
  async crash() {
    const { postmaster, children } = await this.#processes();
    for (const pid of [postmaster, ...children]) kill(pid, 'SIGKILL');
    await sleep(300);
    await this.#launch();
    this.way.lead(this.#socket);
  }

  async freeze(ms) {
    const { postmaster, children } = await this.#processes();
    for (const pid of [postmaster, ...children]) kill(pid, 'SIGSTOP');
    await sleep(ms);
    for (const pid of [postmaster, ...children]) kill(pid, 'SIGCONT');
  }

  async stop() {
    await this.way.close();
    await this.#postgres.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  get #socket() {
    const url = new URL(this.#postgres.url);
    return { path: `${url.searchParams.get('host')}/.s.PGSQL.${url.port || 5432}` };
  }

  async #launch() {
    this.#postgres = await startEmbeddedPostgres({ dataDir: this.#dataDir });
  }

  async #processes() {
    const [{ pid }] = await this.query('select pg_backend_pid() as pid');
    const parents = parentsOf();
    const postmaster = Number(
      (await this.query("select split_part(pg_read_file('postmaster.pid'), e'\\n', 1) as pid"))[0]
        .pid,
    );
    const children = [...parents]
      .filter(([, parent]) => parent === postmaster)
      .map(([child]) => child);
    return { postmaster, children: children.filter((child) => child !== pid) };
  }
}

function parentsOf() {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(
    pids.flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return [[Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]];
      } catch {
        return [];
      }
    }),
  );
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself meanwhile.
  }
}
