import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programEnvironment } from './programs.js';
import { ROOT } from './repository.js';

/** What a command has ended with. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A running `gatehouse <command>`. */
export class RunningCommand {
  out = '';
  err = '';
  private readonly waits = new Set<() => void>();

  constructor(private readonly child: ChildProcessWithoutNullStreams) {
    child.stdout.on('data', (chunk: Buffer) => this.add('out', chunk));
    child.stderr.on('data', (chunk: Buffer) => this.add('err', chunk));
  }

  private add(stream: 'out' | 'err', chunk: Buffer) {
    this[stream] += chunk.toString();
    for (const wait of this.waits) wait();
  }

  /** Settled as soon as that is so of what it has written. */
  async until(holds: (command: RunningCommand) => boolean): Promise<void> {
    if (holds(this)) return;
    await new Promise<void>((resolve, reject) => {
      const wait = () => {
        if (!holds(this)) return;
        this.waits.delete(wait);
        resolve();
      };
      this.waits.add(wait);
      this.child.once('close', () => {
        wait();
        reject(new Error(`it ended before: ${this.out}${this.err}`));
      });
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async ended(): Promise<Ended> {
    if (this.child.exitCode === null && this.child.signalCode === null)
      await once(this.child, 'close');
    return { code: this.child.exitCode ?? -1, out: this.out, err: this.err };
  }
}

interface Typed {
  readonly stdin?: string;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
}

/** The program as an integrator runs it, with a folder of their own for profiles. */
export class CommandLine {
  readonly configFolder = mkdtempSync(join(tmpdir(), 'gatehouse-config-'));

  constructor(private readonly env: Record<string, string> = {}) {}

  get profiles(): string {
    return join(this.configFolder, 'gatehouse/profiles.json');
  }

  start(args: readonly string[], { stdin, env, cwd = ROOT }: Typed = {}): RunningCommand {
    const child = spawn(process.execPath, [join(ROOT, 'dist/gatehouse.js'), ...args], {
      cwd,
      env: programEnvironment({ XDG_CONFIG_HOME: this.configFolder, ...this.env, ...env }),
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin ?? '');
    return new RunningCommand(child);
  }

  run(args: readonly string[], typed?: Typed): Promise<Ended> {
    return this.start(args, typed).ended();
  }

  /** Its stdout as JSON. */
  async json<Value>(args: readonly string[], typed?: Typed): Promise<Value> {
    const { out, err, code } = await this.run([...args, '--json'], typed);
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${err}`);
    return JSON.parse(out) as Value;
  }
}
