import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Postgres } from './postgres.js';
import { growStandby } from './standby.js';
import { Way } from './way.js';

/** The database as the service knows it: one address, behind a way that can be spoiled. Its server may be another one tomorrow. */
export class Database {
  #server;
  #standby;

  static async start() {
    const database = new Database();
    database.#server = await Postgres.start(mkdtempSync(join(tmpdir(), 'gatehouse-chaos-')));
    database.way = await Way.open(database.#server.place);
    return database;
  }

  /** For the service: through the way. */
  get url() {
    const url = new URL(this.#server.url);
    url.searchParams.delete('host');
    url.hostname = '127.0.0.1';
    url.port = String(this.way.port);
    return url.toString();
  }

  /** For the oracle and for faults: past the way. */
  query(text, values) {
    return this.#server.query(text, values);
  }

  connect() {
    return this.#server.connect();
  }

  /** An empty database beside the first one. @returns its address, through the way */
  async create() {
    const name = `chaos_${randomBytes(4).toString('hex')}`;
    await this.query(`create database ${name} template template0`);
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return url.toString();
  }

  /** Dies like a machine without power; then it recovers from its log. */
  async crash() {
    await this.#server.die();
    await sleep(300);
    await this.#server.launch();
    this.way.lead(this.#server.place);
  }

  /** Nobody reaches it; it goes on by itself. */
  leave() {
    this.way.lead();
    this.way.cut();
  }

  comeBack() {
    this.way.lead(this.#server.place);
  }

  freeze(ms) {
    return this.#server.freeze(ms);
  }

  /** @param synchronous false: a standby that may be behind, for the proof that the oracle would see it */
  async growStandby({ synchronous }) {
    this.#standby = await growStandby(this.#server, { synchronous });
  }

  /** From here on the standby hears of nothing. */
  leaveBehind() {
    return this.#standby.set('primary_conninfo', '');
  }

  /** The server is lost with its disk; its standby takes over, at the same address. */
  async failOver() {
    const [lost, next] = [this.#server, this.#standby];
    await lost.die();
    this.#server = next;
    this.#standby = undefined;
    await next.query('select pg_promote(true, 20)');
    this.way.lead(next.place);
    await lost.stop();
  }

  /** As planned: the server ends in good order, its standby takes over, at the same address. */
  async switchOver() {
    const [old, next] = [this.#server, this.#standby];
    await old.end();
    this.#server = next;
    this.#standby = undefined;
    await next.query('select pg_promote(true, 20)');
    this.way.lead(next.place);
    await old.stop();
  }

  async stop() {
    await this.way.close();
    await this.#standby?.stop();
    await this.#server.stop();
  }
}
