import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const READY_MS = 30_000;
const POLL_MS = 20;
const KEPT_LOG = 4_000;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A measured server: a Node process of its own with its own database. */
export class Server {
  #child;
  #log = '';

  /** @param script its path in this checkout, or an absolute one @param node the Node that runs it, this one without */
  constructor(name, script, env, { nodeOptions = [], node = process.execPath } = {}) {
    this.name = name;
    this.port = Number(env.PORT);
    this.databaseUrl = env.DATABASE_URL;
    this.#child = spawn(node, [...nodeOptions, resolve(ROOT, script)], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream.on('data', (chunk) => (this.#log = (this.#log + chunk).slice(-KEPT_LOG)));
  }

  get pid() {
    return this.#child.pid;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The end of what it said, for when something is wrong. */
  get log() {
    return this.#log;
  }

  /** @param path what answers 200 once it is ready */
  async ready(path = '/health/ready') {
    const until = Date.now() + READY_MS;
    while (Date.now() < until) {
      if (this.#child.exitCode !== null) break;
      const answer = await fetch(`${this.origin}${path}`).catch(() => undefined);
      if (answer?.ok) return this;
      await sleep(POLL_MS);
    }
    await this.stop();
    throw new Error(`${this.name} did not become ready:\n${this.#log}`);
  }

  kill(signal) {
    this.#child.kill(signal);
  }

  async stop() {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    // A stopped process takes no signal but this.
    this.#child.kill('SIGCONT');
    await gone;
  }
}

/** A port that was free a moment ago. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
