import cluster, { type Worker } from 'node:cluster';
import { performance } from 'node:perf_hooks';
import type { Settings } from '../config/settings.js';
import { StartProblem } from '../config/start-problem.js';
import { makePino } from '../logging/log-lines.js';
import { JsonLogger } from '../logging/logger.js';
import { closeLostConnection } from './lost-connections.js';
import { MEMBER, type FromMember, type FromPrimary } from './messages.js';
import { RestartPace } from './restart-pace.js';
import { Scrapes } from './scrapes.js';
import { SIGN_EVERY_MS, SignsOfLife } from './signs-of-life.js';

interface Member {
  readonly worker: Worker;
  readonly since: number;
  isServing: boolean;
}

interface Start {
  resolve(welcome: string | undefined): void;
  reject(error: unknown): void;
}

/** Leads WORKERS processes that serve on one port (ADR 0022): starts them, replaces those that die, stops them as one. */
export class ProcessGroup {
  private readonly log: JsonLogger;
  private readonly members = new Map<number, Member>();
  private readonly pace = new RestartPace();
  private readonly scrapes = new Scrapes();
  private readonly signs = new SignsOfLife();
  private starting: Start | undefined;
  private stopping: Promise<void> | undefined;
  private onEmpty: (() => void) | undefined;
  private failed = false;

  /** @param program the file that each process runs */
  constructor(
    private readonly settings: Settings,
    program: string,
  ) {
    this.log = new JsonLogger(makePino(settings));
    // Buffers travel as Buffers.
    cluster.setupPrimary({ exec: program, args: ['serve', MEMBER], serialization: 'advanced' });
  }

  /** Resolves with the first one's welcome when all serve. @throws what the first that cannot start says */
  async start(): Promise<string | undefined> {
    const started = new Promise<string | undefined>((resolve, reject) => {
      this.starting = { resolve, reject };
    });
    for (let n = 0; n < this.settings.processes; n += 1) this.add();
    setInterval(() => this.killHanging(), SIGN_EVERY_MS).unref();
    return started.finally(() => (this.starting = undefined));
  }

  /** Resolves when all have ended. @throws when one of them did not end well */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    const ended = new Promise<void>((resolve) => (this.onEmpty = resolve));
    for (const { worker } of this.members.values()) worker.process.kill('SIGTERM');
    if (this.members.size > 0) await ended;
    if (this.failed) throw new StartProblem('A process did not stop in time.');
  }

  /** The metrics of all processes. */
  scrape(): Promise<string> {
    const serving = [...this.members.values()].filter(({ isServing }) => isServing);
    return this.scrapes.textOf(serving.map(({ worker }) => worker));
  }

  private add(): void {
    const worker = cluster.fork();
    closeLostConnection(worker);
    const member: Member = { worker, since: performance.now(), isServing: false };
    this.members.set(worker.id, member);
    worker.on('message', (message: FromMember) => this.receive(member, message));
    // A process that is gone takes no message; its exit follows.
    worker.on('error', () => undefined);
    worker.once('exit', (code, signal) => this.end(member, { code, signal }));
  }

  private receive(member: Member, message: FromMember): void {
    switch (message.kind) {
      case 'loaded':
        return send(member, { kind: 'settings', values: { ...this.settings } });
      case 'serving':
        return this.serves(member, message.welcome);
      case 'alive':
        return this.signs.receive(member.worker.id);
      case 'failed':
        return this.fails(message.problem);
      case 'snapshot':
        return this.scrapes.receive(member.worker.id, message.scrape, message.metrics);
      case 'scrape':
        return void this.answerScrape(member, message.id);
    }
  }

  /** Others would go on answering probes in its place; its own connections would wait for ever. */
  private killHanging(): void {
    if (this.stopping) return;
    for (const id of this.signs.check()) {
      const worker = this.members.get(id)?.worker;
      this.log.error({ msg: 'a process hangs and is killed', pid: worker?.process.pid });
      worker?.process.kill('SIGKILL');
    }
  }

  private serves(member: Member, welcome: string | undefined): void {
    member.isServing = true;
    this.signs.receive(member.worker.id);
    const serving = [...this.members.values()].filter(({ isServing }) => isServing);
    if (serving.length === this.settings.processes) this.starting?.resolve(welcome);
  }

  private fails(problem: string): void {
    if (this.starting) this.starting.reject(new StartProblem(problem));
    else this.log.error({ msg: 'a process could not be replaced yet', problem });
  }

  private async answerScrape(member: Member, id: number): Promise<void> {
    send(member, { kind: 'scraped', id, text: await this.scrape() });
  }

  private end(member: Member, how: { code: number | null; signal: string | null }): void {
    this.members.delete(member.worker.id);
    void this.scrapes.end(member.worker.id);
    this.signs.end(member.worker.id);
    if (this.stopping) {
      // One that only starts may die of the signal: it had nothing to finish.
      this.failed ||= how.code !== 0 && member.isServing;
      if (this.members.size === 0) this.onEmpty?.();
    } else if (this.starting) {
      const problem = `A process ended before it could serve (${how.signal ?? how.code}).`;
      this.starting.reject(new StartProblem(problem));
    } else this.replace(member, how);
  }

  private replace({ since, worker }: Member, how: object): void {
    const inMs = this.pace.pauseAfter(performance.now() - since);
    const { pid } = worker.process;
    this.log.error({ msg: 'a process ended; another one takes its place', pid, ...how, inMs });
    this.scrapes.countRestart();
    setTimeout(() => this.stopping ?? this.add(), inMs);
  }
}

function send({ worker }: Member, message: FromPrimary): void {
  if (worker.isConnected()) worker.send(message);
}
