import { describe, expect, it } from '@jest/globals';
import { deadlineIn, runInRequest } from '../../platform/deadline/request-context.js';
import { HashQueue, hashesAtOnce } from './hash-queue.js';

const tick = () => new Promise((resolve) => setImmediate(resolve));
const A = { partnerId: 'a', source: '203.0.113.0/24' };
const A2 = { partnerId: 'a', source: '198.51.100.0/24' };
const B = { partnerId: 'b', source: 'key-of-b' };
const BUSY = { spec: { code: 'request.unavailable' }, facts: { retryAfterSeconds: 1 } };

/** Hashes that end one by one, in the order in which the queue starts them. */
function stage(atOnce: number, mostWaiting: number) {
  const queue = new HashQueue(atOnce, mostWaiting);
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const hash = (name: string) => async () => {
    started.push(name);
    await new Promise<void>((resolve) => ends.push(resolve));
    return name;
  };
  const endAll = async () => {
    await tick();
    while (ends.length > 0) {
      ends.shift()?.();
      await tick();
    }
  };
  return { queue, started, ends, hash, endAll };
}

describe('the queue of slow hashes', () => {
  it('leaves a core to everything else, and takes fewer threads than the pool of Node', () => {
    expect(hashesAtOnce(1, 4)).toBe(1);
    expect(hashesAtOnce(2, 4)).toBe(1);
    expect(hashesAtOnce(4, 4)).toBe(3);
    expect(hashesAtOnce(16, 4)).toBe(3);
    expect(hashesAtOnce(16, 32)).toBe(15);
    expect(hashesAtOnce(4, 1)).toBe(1);
  });

  it('runs at most so many at once, in the order they came, and passes places on', async () => {
    const { queue, started, ends, hash, endAll } = stage(2, 10);
    const jobs = ['0', '1', '2', '3'].map((name) => queue.run(A, hash(name)));
    await tick();
    expect(started).toEqual(['0', '1']);
    ends.shift()?.();
    await tick();
    expect(started).toEqual(['0', '1', '2']);
    await endAll();
    expect(await Promise.all(jobs)).toEqual(['0', '1', '2', '3']);
  });

  it('answers unavailable when it is full, and recovers, also after a failed hash', async () => {
    const queue = new HashQueue(1, 1);
    let end = () => {};
    const first = queue.run(
      A,
      () => new Promise<void>((_, reject) => (end = () => reject(new Error('broken')))),
    );
    const second = queue.run(A, async () => 'second');
    expect(() => queue.refuseWhenFull(A)).toThrow('cannot answer right now');
    await expect(queue.run(A, async () => 'third')).rejects.toMatchObject(BUSY);
    end();
    await expect(first).rejects.toThrow('broken');
    expect(await second).toBe('second');
    expect(await queue.run(A, async () => 'fourth')).toBe('fourth');
  });

  it('lets a source go first that tried less, and put the last of a flood out of a full queue', async () => {
    const { queue, started, hash, endAll } = stage(1, 4);
    const flood = ['0', '1', '2', '3', '4'].map((name) => queue.run(A, hash(name)));
    const refused = flood.at(-1)?.catch((error: unknown) => error);
    queue.refuseWhenFull(A2);
    const good = queue.run(A2, hash('good'));
    expect(await refused).toMatchObject(BUSY);
    await endAll();
    expect(await good).toBe('good');
    expect(started).toEqual(['0', 'good', '1', '2', '3']);
  });

  it('keeps the places of a partner whose neighbour is flooded through its own key', async () => {
    const { queue, started, hash, endAll } = stage(1, 32);
    const flood = Array.from({ length: 50 }, (_, n) =>
      queue.run(A, hash(`a${n}`)).catch(() => 'x'),
    );
    const good = Array.from({ length: 16 }, (_, n) => queue.run(B, hash(`b${n}`)));
    await tick();
    await endAll();
    expect(await Promise.all(good)).toHaveLength(16);
    expect((await Promise.all(flood)).filter((answer) => answer !== 'x')).toHaveLength(17);
    expect(started.lastIndexOf('b15')).toBeLessThan(33);
  });

  it('serves partners round robin while all their sources are new', async () => {
    const { queue, started, hash, endAll } = stage(1, 32);
    const fresh = (partnerId: string, n: number) => ({ partnerId, source: `${partnerId}${n}` });
    const many = [0, 1, 2, 3].map((n) => queue.run(fresh('a', n), hash(`a${n}`)));
    const few = [0, 1].map((n) => queue.run(fresh('b', n), hash(`b${n}`)));
    await endAll();
    await Promise.all([...many, ...few]);
    expect(started).toEqual(['a0', 'a1', 'b0', 'a2', 'b1', 'a3']);
  });

  it('prefers a source that showed a right password to one that only tried', async () => {
    const { queue, started, hash, endAll } = stage(1, 32);
    const first = [queue.run(A, hash('wrong')), queue.run(A2, hash('right'))];
    await endAll();
    await Promise.all(first);
    queue.countSuccess(A2);
    const busy = queue.run(B, hash('busy'));
    const [again, welcome] = [queue.run(A, hash('again')), queue.run(A2, hash('welcome'))];
    await endAll();
    await Promise.all([busy, again, welcome]);
    expect(started.slice(2)).toEqual(['busy', 'welcome', 'again']);
  });

  it('does not hash for a request whose time ran out while it waited', async () => {
    const queue = new HashQueue(1, 1);
    let hashed = false;
    const late = runInRequest({ requestId: 'r', deadlineAt: deadlineIn(-1) }, () =>
      queue.run(A, async () => (hashed = true)),
    );
    await expect(late).rejects.toMatchObject({ spec: { code: 'request.unavailable' } });
    expect(hashed).toBe(false);
  });
});
