import { beforeEach, describe, expect, it } from '@jest/globals';
import { faultsOf } from './worker-alerts.js';
import { WorkerStates } from '../worker/worker-states.js';

describe('the state of a worker', () => {
  let now: number;
  let states: WorkerStates;
  const good = () => states.of('w', 60).run(() => Promise.resolve(1));
  const bad = () =>
    states
      .of('w', 60)
      .run(() => Promise.reject(new Error('no')))
      .catch(() => undefined);
  const report = () => states.reports()[0]![1];
  const codes = (waitingSeconds?: number) =>
    faultsOf({
      name: 'w',
      runsHere: true,
      isLoop: true,
      ...report(),
      lateAfterSeconds: 60,
      ...(waitingSeconds !== undefined && { waitingSeconds }),
    }).map(({ code }) => code);

  beforeEach(() => {
    now = 5_000;
    states = new WorkerStates();
    states.now = () => now;
  });

  it('counts failures in a row, and from when on they are', async () => {
    await bad();
    now += 30_000;
    await bad();
    expect(report()).toMatchObject({
      failuresInARow: 2,
      failingSeconds: 30,
      lastSuccessAt: undefined,
    });
    await good();
    expect(report()).toMatchObject({
      failuresInARow: 0,
      failingSeconds: 0,
      lastSuccessAt: expect.any(Date),
    });
  });

  it('passes results and failures on', async () => {
    expect(await good()).toBe(1);
    await expect(states.of('w', 60).run(() => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
  });

  it('is faulty after a minute of failures, not before', async () => {
    await bad();
    now += 59_999;
    expect(codes()).toEqual([]);
    now += 1;
    expect(codes()).toEqual(['worker.failing']);
  });

  it('is faulty when a run does not end, also while others do', async () => {
    let end: () => void = () => undefined;
    const hanging = states.of('w', 60).run(() => new Promise<void>((resolve) => (end = resolve)));
    now += 60_000;
    await good();
    expect([report().runningSeconds, codes()]).toEqual([60, ['worker.stuck']]);
    end();
    await hanging;
    expect([report().runningSeconds, codes()]).toEqual([0, []]);
  });

  it('is faulty when what is due waits for too long', async () => {
    await good();
    expect([codes(59.9), codes(60), codes()]).toEqual([[], ['worker.behind'], []]);
  });
});
