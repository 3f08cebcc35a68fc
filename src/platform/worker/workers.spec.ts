import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { WorkerStates } from './worker-states.js';
import { Workers, type Work } from './workers.js';

Logger.overrideLogger(false);

/** Work whose runs the test counts and ends. */
class Counted implements Work {
  readonly name = 'counted';
  readonly queue = null;
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

const settle = async () => {
  for (let n = 0; n < 5; n += 1) await new Promise(setImmediate);
};

describe('background work', () => {
  it('waits until the service serves', async () => {
    const work = new Counted();
    const workers = new Workers(new WorkerStates());
    workers.add(work);
    await settle();
    expect(work.runs).toBe(0);
    workers.onApplicationBootstrap();
    expect(work.runs).toBe(1);
    await workers.beforeApplicationShutdown();
  });

  it('looks again at once while there is something to do, then pauses', async () => {
    const work = new Counted();
    work.due = [3, 1, 0];
    const workers = new Workers(new WorkerStates());
    workers.onApplicationBootstrap();
    workers.add(work);
    await settle();
    expect(work.runs).toBe(3);
    await workers.beforeApplicationShutdown();
  });

  it('rests after a look, but not after one that left some behind', async () => {
    const work = Object.assign(new Counted(), { rest: { ms: 60_000, full: 5 } });
    work.due = [5, 7, 4, 0];
    const workers = new Workers(new WorkerStates());
    workers.onApplicationBootstrap();
    workers.add(work);
    await settle();
    expect(work.runs).toBe(3);
    await workers.beforeApplicationShutdown();
  });

  it('looks at once when it is woken, also when that happens while it runs', async () => {
    const work = new Counted();
    const workers = new Workers(new WorkerStates());
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
    const workers = new Workers(new WorkerStates());
    workers.onApplicationBootstrap();
    const loop = workers.add(work);
    await settle();
    expect(work.runs).toBe(1);
    loop.wake();
    await settle();
    expect(work.runs).toBe(2);
    await workers.beforeApplicationShutdown();
  });

  it('ends the run in progress before it stops, tells it so, and claims nothing after that', async () => {
    const work = new Counted();
    let finish = () => {};
    let told = false;
    work.onRun = (stopping) => {
      stopping.addEventListener('abort', () => (told = true));
      return new Promise((resolve) => (finish = resolve));
    };
    work.due = [5, 5, 5];
    const workers = new Workers(new WorkerStates());
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
});
