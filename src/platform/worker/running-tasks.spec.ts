import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { RunningTasks } from './running-tasks.js';
import { Tracing } from '../tracing/tracing.js';
import { WorkerStates } from './worker-states.js';

Logger.overrideLogger(false);

const aborted = (signal: AbortSignal) =>
  new Promise<string>((resolve) =>
    signal.addEventListener('abort', () => resolve('aborted'), { once: true }),
  );

describe('running tasks', () => {
  it('are counted until they end, and leave room for as many more as the limit allows', async () => {
    const tasks = new RunningTasks(new WorkerStates(), new Tracing());
    let end = (): void => undefined;
    const done = tasks.start('a task', () => new Promise<void>((resolve) => (end = resolve)));
    expect([tasks.count, tasks.free(3), tasks.free(1)]).toEqual([1, 2, 0]);
    end();
    await done;
    expect(tasks.count).toBe(0);
  });

  it('never reject: a task that fails has no result and frees its place', async () => {
    const tasks = new RunningTasks(new WorkerStates(), new Tracing());
    const failing = tasks.start('a task', () => Promise.reject(new Error('no')));
    expect(await failing).toBeUndefined();
    expect(tasks.count).toBe(0);
  });

  it('may end first when the process stops', async () => {
    const tasks = new RunningTasks(new WorkerStates(), new Tracing());
    const done = tasks.start('a task', async (signal) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return signal.aborted;
    });
    await tasks.beforeApplicationShutdown();
    expect(await done).toBe(false);
  });

  it('are aborted when they outlast the stopping process, which starts no more', async () => {
    const tasks = new RunningTasks(new WorkerStates(), new Tracing());
    const done = tasks.start('a task', aborted);
    const stopping = tasks.beforeApplicationShutdown();
    expect(await done).toBe('aborted');
    await stopping;
    expect([tasks.isStopping, tasks.free(5)]).toEqual([true, 0]);
  });
});
