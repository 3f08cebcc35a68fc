import { describe, expect, it } from '@jest/globals';
import { deadlineIn, runInRequest } from '../platform/deadline/request-context.js';
import { HashQueue, hashesAtOnce } from './hash-queue.js';

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of slow hashes', () => {
  it('leaves a core to everything else, and takes fewer threads than the pool of Node', () => {
    expect(hashesAtOnce(1, 4)).toBe(1);
    expect(hashesAtOnce(2, 4)).toBe(1);
    expect(hashesAtOnce(4, 4)).toBe(3);
    expect(hashesAtOnce(16, 4)).toBe(3);
    expect(hashesAtOnce(16, 32)).toBe(15);
    expect(hashesAtOnce(4, 1)).toBe(1);
  });

  it('runs at most so many at once, in the order they came, and hands places on', async () => {
    const queue = new HashQueue(2, 10);
    const ends: (() => void)[] = [];
    const started: number[] = [];
    const jobs = [0, 1, 2, 3].map((number) =>
      queue.run(async () => {
        started.push(number);
        await new Promise<void>((resolve) => ends.push(resolve));
        return number;
      }),
    );
    await tick();
    expect(started).toEqual([0, 1]);
    ends[0]?.();
    await tick();
    expect(started).toEqual([0, 1, 2]);
    ends[1]?.();
    ends[2]?.();
    await tick();
    ends[3]?.();
    expect(await Promise.all(jobs)).toEqual([0, 1, 2, 3]);
  });

  it('tells who comes when it is full to come back, and recovers, also after a failed hash', async () => {
    const queue = new HashQueue(1, 1);
    let end = () => {};
    const first = queue.run(
      () => new Promise<void>((_, reject) => (end = () => reject(new Error('broken')))),
    );
    const second = queue.run(async () => 'second');
    await expect(queue.run(async () => 'third')).rejects.toMatchObject({
      spec: { code: 'request.unavailable' },
      facts: { retryAfterSeconds: 1 },
    });
    end();
    await expect(first).rejects.toThrow('broken');
    expect(await second).toBe('second');
    expect(await queue.run(async () => 'fourth')).toBe('fourth');
  });

  it('does not hash for a request whose time ran out while it waited', async () => {
    const queue = new HashQueue(1, 1);
    let hashed = false;
    const late = runInRequest({ requestId: 'r', deadlineAt: deadlineIn(-1) }, () =>
      queue.run(async () => (hashed = true)),
    );
    await expect(late).rejects.toMatchObject({ spec: { code: 'request.unavailable' } });
    expect(hashed).toBe(false);
  });
});
