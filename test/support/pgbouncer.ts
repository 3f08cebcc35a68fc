import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './replica.js';
import { ROOT } from './repository.js';

const PROGRAM = process.env['PGBOUNCER'] ?? '/usr/sbin/pgbouncer';
/** It refuses to run as root. */
const NOBODY = 65_534;

/** Of the PgBouncer that is installed here, `[1, 24]`; undefined where there is none. */
export function pgBouncerVersion(): readonly [number, number] | undefined {
  try {
    const said = execFileSync(PROGRAM, ['--version'], { encoding: 'utf8' });
    const [, major, minor] = /PgBouncer (\d+)\.(\d+)/.exec(said) ?? [];
    return [Number(major), Number(minor)];
  } catch {
    return undefined;
  }
}

/** The file of docs/database.md, by its own words. */
export const DOCUMENTED =
  /```ini\n(.*?)```/s.exec(readFileSync(join(ROOT, 'docs/database.md'), 'utf8'))?.[1] ?? '';

/** A real PgBouncer before the test server. */
export class PgBouncer {
  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly upstream: URL,
    private child: ChildProcess | undefined,
  ) {}

  static async start(databaseUrl: string, ini: string): Promise<PgBouncer> {
    const upstream = new URL(databaseUrl);
    const folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
    chmodSync(folder, 0o755);
    const port = await freePort();
    const host = upstream.searchParams.get('host') ?? upstream.hostname;
    const database = upstream.pathname.slice(1);
    const users = join(folder, 'users');
    const { username, password } = upstream;
    writeFileSync(users, `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`);
    writeFileSync(
      join(folder, 'pgbouncer.ini'),
      `[databases]\n${database} = host=${host} port=${upstream.port || 5432}\n${ini}\n` +
        `listen_addr = 127.0.0.1\nlisten_port = ${port}\nauth_type = trust\nauth_file = ${users}\nunix_socket_dir =\n`,
    );
    const bouncer = new PgBouncer(folder, port, upstream, undefined);
    await bouncer.resume();
    return bouncer;
  }

  get url(): string {
    const url = new URL(this.upstream);
    url.searchParams.delete('host');
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.toString();
  }

  /** Every connection breaks, as in a restart. */
  async kill(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async resume(): Promise<void> {
    const child = spawn(PROGRAM, ['-q', join(this.folder, 'pgbouncer.ini')], {
      stdio: 'ignore',
      ...(process.getuid?.() === 0 && this.user()),
    });
    this.child = child;
    while (!(await this.listens())) {
      if (child.exitCode !== null) throw new Error('PgBouncer did not start');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Whoever owns the socket of the server may use it. */
  private user(): { uid: number; gid: number } {
    const socket = this.upstream.searchParams.get('host');
    const { uid, gid } = socket ? statSync(socket) : { uid: NOBODY, gid: NOBODY };
    return { uid, gid };
  }

  private async listens(): Promise<boolean> {
    const socket = connect(this.port, '127.0.0.1');
    const opened = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    return opened;
  }
}
