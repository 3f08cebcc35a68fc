import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../bench/stage/servers.js';

const PROGRAM = process.env.PGBOUNCER ?? '/usr/sbin/pgbouncer';
/** Sessions that all connections of two replicas share. */
const SHARED = 5;
/** It refuses to run as root. */
const NOBODY = 65_534;

function version() {
  try {
    const said = execFileSync(PROGRAM, ['--version'], { encoding: 'utf8' });
    return /PgBouncer (\d+)\.(\d+)/.exec(said)?.slice(1).map(Number);
  } catch {
    return undefined;
  }
}

/** A real PgBouncer before the database, as docs/database.md describes it. */
export class PgBouncer {
  #folder = mkdtempSync(join(tmpdir(), 'gatehouse-chaos-pooler-'));
  #child;

  /** @param keepsStatements false: shares sessions without knowing our statements. @returns nothing where there is none */
  static async start(databaseUrl, { keepsStatements }) {
    const found = version();
    if (!found) return undefined;
    const [major, minor] = found;
    const isNew = major > 1 || minor >= 21;
    const bouncer = new PgBouncer();
    const mode = isNew || !keepsStatements ? 'transaction' : 'session';
    bouncer.kind = `PgBouncer ${major}.${minor}, ${mode} mode`;
    bouncer.port = await freePort();
    bouncer.upstream = new URL(databaseUrl);
    bouncer.#write([
      `pool_mode = ${mode}`,
      ...(mode === 'transaction' ? [`default_pool_size = ${SHARED}`] : []),
      ...(isNew ? [`max_prepared_statements = ${keepsStatements ? 800 : 0}`] : []),
      'ignore_startup_parameters = statement_timeout,options',
    ]);
    await bouncer.resume();
    return bouncer;
  }

  get url() {
    const url = new URL(this.upstream);
    url.port = String(this.port);
    return url.toString();
  }

  async kill() {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  async resume() {
    const isRoot = process.getuid() === 0;
    this.#child = spawn(PROGRAM, ['-q', join(this.#folder, 'pgbouncer.ini')], {
      stdio: 'ignore',
      ...(isRoot && { uid: NOBODY, gid: NOBODY }),
    });
    while (!(await this.#listens())) await sleep(10);
  }

  async stop() {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #write(lines) {
    const { hostname, port, pathname, username, password } = this.upstream;
    chmodSync(this.#folder, 0o755);
    const users = join(this.#folder, 'users');
    writeFileSync(users, `"${username}" "${password}"\n`);
    const file = [
      '[databases]',
      `${pathname.slice(1)} = host=${hostname} port=${port}`,
      '[pgbouncer]',
      ...lines,
      'listen_addr = 127.0.0.1',
      `listen_port = ${this.port}`,
      'auth_type = trust',
      `auth_file = ${users}`,
      'unix_socket_dir =',
      'server_login_retry = 1',
    ];
    writeFileSync(join(this.#folder, 'pgbouncer.ini'), `${file.join('\n')}\n`);
  }

  async #listens() {
    const socket = connect(this.port, '127.0.0.1');
    const opened = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    });
    socket.destroy();
    if (!opened && this.#child.exitCode !== null) throw new Error('PgBouncer did not start');
    return opened;
  }
}
