import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, types } from 'pg';
import { startEmbeddedPostgres } from '../dist/platform/database/embedded-postgres.js';

// Counts are far below 2^53; as text they would not compare.
types.setTypeParser(types.builtins.INT8, Number);

/** One server that can die, freeze and come back. What is asked here goes straight to it, past every way. */
export class Postgres {
  #server;

  static async start(dataDir) {
    const postgres = new Postgres();
    postgres.dataDir = dataDir;
    await postgres.launch();
    return postgres;
  }

  get url() {
    return this.#server.url;
  }

  get socketDir() {
    return new URL(this.url).searchParams.get('host');
  }

  /** Where a way to it leads. */
  get place() {
    return { path: `${this.socketDir}/.s.PGSQL.${new URL(this.url).port || 5432}` };
  }

  /** A session of its own, for what must be held. */
  async connect() {
    const client = new Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async query(text, values) {
    const client = await this.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** A setting, from now on. */
  async set(name, value) {
    await this.query(`alter system set ${name} = '${value}'`);
    await this.query('select pg_reload_conf()');
  }

  async launch() {
    this.#server = await startEmbeddedPostgres({ dataDir: this.dataDir });
  }

  /** Everything of it dies at once, like a machine without power. */
  async die() {
    await this.#signal('SIGKILL');
    await this.#server.stop();
  }

  /** In good order: a standby has everything before it ends. */
  end() {
    return this.#server.stop();
  }

  async freeze(ms) {
    const processes = await this.#signal('SIGSTOP');
    await sleep(ms);
    for (const pid of processes) kill(pid, 'SIGCONT');
  }

  async stop() {
    await this.#server.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #signal(signal) {
    const [{ pid, postmaster }] = await this.query(
      `select pg_backend_pid() as pid, split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as postmaster`,
    );
    const children = childrenOf(postmaster).filter((child) => child !== pid);
    const processes = [postmaster, ...children];
    for (const one of processes) kill(one, signal);
    return processes;
  }
}

function childrenOf(parent) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    } catch {
      return false;
    }
  });
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself meanwhile.
  }
}
