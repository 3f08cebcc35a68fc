import { describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Role } from '../config/role.js';
import { Settings } from '../config/settings.js';
import { Tracing } from '../tracing/tracing.js';
import { WorkerStates } from './worker-states.js';
import { Workers, type Work } from './workers.js';

Logger.overrideLogger(false);

/** Work whose runs the test counts and ends. */
class Counted implements Work {
  readonly name = 'counted';
  role: Work['role'] = 'worker';
  queue: Work['queue'] = null;
  readonly everyMs = 60_000;
  runs = 0;
  due: (number | Error)[] = [];
  onRun: (stopping: AbortSignal) => Promise<void> = () => Promise.resolve();

  run = async (stopping: AbortSignal): Promise<number> => {
    this.runs += 1;
    await this.onRun(stopping);
    const next = this.due.shift() ?? 0;
    if (next instanceof Error) throw next;
    return next;
  };
}

const workersIn = (role: Role) =>
  new Workers(
    new WorkerStates(),
    Settings.of({ role } as Parameters<typeof Settings.of>[0]),
    new Tracing(),
  );

const settle = async () => {
  for (let n = 0; n < 5; n += 1) await new Promise(setImmediate);
};

describe('background work', () => {
  it('waits until the service serves', async () => {
    const work = new Counted();
    const workers = workersIn('all');
    workers.add(work);
    await settle();
    expect(work.runs).toBe(0);
    workers.onApplicationBootstrap();
    expect(work.runs).toBe(1);
    await workers.beforeApplicationShutdown();
  });

  it('polls again at once while there is something to do, then pauses', async () => {
    const work = new Counted();
    work.due = [3, 1, 0];
    const workers = workersIn('all');
    workers.onApplicationBootstrap();
    workers.add(work);
    await settle();
    expect(work.runs).toBe(3);
    await workers.beforeApplicationShutdown();
  });

  it('rests after a poll, but not after one that left some behind', async () => {
    const work = Object.assign(new Counted(), { rest: { ms: 60_000, full: 5 } });
    work.due = [5, 7, 4, 0];
    const workers = workersIn('all');
    workers.onApplicationBootstrap();
    workers.add(work);
    await settle();
    expect(work.runs).toBe(3);
    await workers.beforeApplicationShutdown();
  });

  it('polls at once when it is woken, also when that happens while it runs', async () => {
    const work = new Counted();
    const workers = workersIn('all');
    workers.onApplicationBootstrap();
    const loop = workers.add(work);
    await settle();
    loop.wake();
    await settle();
    expect(work.runs).toBe(2);
    work.onRun = async () => {
      if (work.runs === 3) loop.wake();
    };
    loop.wake();
    await settle();
    expect(work.runs).toBe(4);
    await workers.beforeApplicationShutdown();
  });

  it('survives a failing run and tries again', async () => {
    const work = new Counted();
    work.due = [new Error('down'), 0];
    const workers = workersIn('all');
    workers.onApplicationBootstrap();
    const loop = workers.add(work);
    await settle();
    expect(work.runs).toBe(1);
    loop.wake();
    await settle();
    expect(work.runs).toBe(2);
    await workers.beforeApplicationShutdown();
  });

  it('ends the run in progress before it stops, aborts its signal, and claims nothing after that', async () => {
    const work = new Counted();
    let finish = () => {};
    let told = false;
    work.onRun = (stopping) => {
      stopping.addEventListener('abort', () => (told = true));
      return new Promise((resolve) => (finish = resolve));
    };
    work.due = [5, 5, 5];
    const workers = workersIn('all');
    workers.onApplicationBootstrap();
    workers.add(work);
    let stopped = false;
    const stopping = workers.beforeApplicationShutdown().then(() => (stopped = true));
    await settle();
    expect({ told, stopped }).toEqual({ told: true, stopped: false });
    finish();
    await stopping;
    await settle();
    expect(work.runs).toBe(1);
  });

  it.each([
    ['api', 'worker', 0],
    ['api', 'api', 1],
    ['api', 'any', 1],
    ['worker', 'worker', 1],
    ['worker', 'api', 0],
    ['worker', 'any', 1],
    ['all', 'worker', 1],
    ['all', 'api', 1],
    ['all', 'any', 1],
  ] as const)(
    'in a process of the role %s of the role %s runs %i times, however often it is woken',
    async (role, ofWork, runs) => {
      const work = Object.assign(new Counted(), { role: ofWork });
      const workers = workersIn(role);
      const before = workers.add(work);
      workers.onApplicationBootstrap();
      const after = workers.add(work);
      await settle();
      const ran = work.runs;
      if (runs === 0) [before, after].forEach((loop) => loop.wake());
      await settle();
      expect([ran / 2, work.runs]).toEqual([runs, ran]);
      expect(workers.declared.map(({ runsHere }) => runsHere)).toEqual([runs > 0, runs > 0]);
      await workers.beforeApplicationShutdown();
    },
  );

  it.each([
    ['worker', 500],
    ['all', 60_000],
  ] as const)(
    'polls by itself where no request wakes it: in the role %s every %i ms',
    async (role, ms) => {
      const timers = jest.spyOn(globalThis, 'setTimeout');
      const workers = workersIn(role);
      workers.add(Object.assign(new Counted(), { queue: { waitingSinceSql: '' } }));
      workers.onApplicationBootstrap();
      await settle();
      expect(timers.mock.calls.map(([, wait]) => wait)).toContain(ms);
      timers.mockRestore();
      await workers.beforeApplicationShutdown();
    },
  );
});
