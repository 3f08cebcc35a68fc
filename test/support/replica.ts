import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from './api.js';
import { programEnvironment } from './programs.js';
import { ROOT } from './repository.js';
import { OPERATOR_KEY } from './settings.js';

/** A line of the log. */
export interface LogLine extends Record<string, unknown> {
  readonly severity: string;
  readonly room: string;
  readonly msg: string;
}

/** The product as an operator runs it: the build, in a process of its own, told everything by its environment. */
export class Replica {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    private readonly output: string[],
  ) {}

  static async start(
    databaseUrl: string,
    env: Record<string, string> = {},
    program: readonly string[] = ['dist/gatehouse.js'],
  ): Promise<Replica> {
    const port = await freePort();
    const output: string[] = [];
    const child = spawn(process.execPath, program, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: programEnvironment({ ...SETTINGS, ...addresses(port, databaseUrl), ...env }),
    });
    const replica = new Replica(child, port, output);
    await new Promise<void>((resolve, reject) => {
      const keep = (chunk: Buffer) => {
        output.push(chunk.toString());
        if (replica.log.includes('Gatehouse listens on')) resolve();
      };
      child.stdout?.on('data', keep);
      child.stderr?.on('data', keep);
      child.once('exit', () => reject(new Error(`it ended: ${replica.log}`)));
    });
    return replica;
  }

  /** Everything it wrote, to both outputs. */
  get log(): string {
    return this.output.join('');
  }

  /** The same, every line as the JSON object that it is. */
  get lines(): LogLine[] {
    return this.log
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LogLine);
  }

  /** Waits until it has written this: its output reaches us later than its answers. */
  async untilLogged(text: string): Promise<void> {
    await this.untilTrue(() => this.log.includes(text));
  }

  async untilTrue(holds: () => boolean): Promise<void> {
    while (!holds()) await sleep(5);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get api(): Api {
    return new Api(this.origin);
  }

  get operator(): Api {
    return this.api.with({ 'X-Api-Key': OPERATOR_KEY });
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Its exit code once it has ended. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null)
      await once(this.child, 'exit');
    return this.child.exitCode;
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended();
  }
}

const SETTINGS = {
  OPERATOR_API_KEY: OPERATOR_KEY,
  SECRETS_KEY: randomBytes(32).toString('base64'),
  SANDBOX: 'off',
  // The tests' machine is slow for other reasons.
  DEADLINE_FACTOR: '8',
  MAX_EVENT_LOOP_DELAY_MS: '0',
  LOG_LEVEL: 'trace',
};

const addresses = (port: number, databaseUrl: string) => ({
  PORT: String(port),
  HOST: '127.0.0.1',
  PUBLIC_URL: `http://localhost:${port}`,
  DATABASE_URL: databaseUrl,
});

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const FRAME = /^(DEBUG|INFO|WARNING|ERROR|CRITICAL) gatehouse \d+\.\d+\.\d+ /;

/** Lacks something of what every line has. */
export const isIncomplete = ({ severity, service, version, pod, room, msg, time }: LogLine) =>
  !FRAME.test(`${severity} ${String(service)} ${String(version)} `) ||
  [pod, room, msg].some((text) => typeof text !== 'string' || text === '') ||
  new Date(String(time)).toISOString() !== time;
