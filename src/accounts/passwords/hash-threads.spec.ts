import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { afterEach, describe, expect, it } from '@jest/globals';
import { hash, verify } from '@node-rs/argon2';
import { HashThreads } from './hash-threads.js';

const COST = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
const PASSWORD = 'correct horse battery';
const onLinux = process.platform === 'linux' ? it : it.skip;

const threads = new HashThreads();

afterEach(() => threads.close());

/** Niceness of every thread of this process, by its id. */
function niceness(): Map<string, number> {
  const tasks = readdirSync('/proc/self/task').map((task): [string, number] => {
    const stat = readFileSync(`/proc/self/task/${task}/stat`, 'utf8');
    return [task, Number(stat.slice(stat.lastIndexOf(')')).split(' ')[17])];
  });
  return new Map(tasks);
}

const lowered = () => [...niceness()].filter(([, nice]) => nice > getPriority());

describe('the threads of slow hashes', () => {
  it('hash and compare as argon2 itself does, several side by side', async () => {
    const hashes = await Promise.all(
      ['one', 'two', 'three'].map((text) => threads.hash(text, COST)),
    );
    expect(await verify(hashes[1] ?? '', 'two')).toBe(true);
    const stored = await hash(PASSWORD, COST);
    expect(await threads.verify(stored, PASSWORD)).toBe(true);
    expect(await threads.verify(stored, `${PASSWORD} `)).toBe(false);
  });

  onLinux('give way to every other thread of the process, and are used again', async () => {
    const before = lowered().length;
    await Promise.all([threads.hash('one', COST), threads.hash('two', COST)]);
    const two = lowered();
    expect(two).toHaveLength(before + 2);
    expect(two.at(-1)?.[1]).toBe(Math.min(19, getPriority() + 10));
    expect(niceness().get(String(process.pid))).toBe(getPriority());
    for (const text of ['three', 'four', 'five']) await threads.hash(text, COST);
    expect(lowered()).toEqual(two);
  });

  it('reject what is no hash, without the password, and go on', async () => {
    const refused = await threads.verify('no hash', PASSWORD).catch((error: Error) => error);
    expect(refused).toMatchObject({ message: expect.any(String) });
    expect(JSON.stringify([refused, String(refused)])).not.toContain(PASSWORD);
    expect(await threads.verify(await threads.hash(PASSWORD, COST), PASSWORD)).toBe(true);
  });

  it('reject a hash whose thread ends, and start another one for the next', async () => {
    const lost = threads.hash(PASSWORD, COST);
    const closing = threads.close();
    await expect(lost).rejects.toThrow('the thread of a hash ended');
    await closing;
    expect(await threads.hash(PASSWORD, COST)).toMatch(/^\$argon2id\$/);
    // This one ends while it has nothing to do.
    await threads.close();
    expect(await threads.hash(PASSWORD, COST)).toMatch(/^\$argon2id\$/);
  });

  it('keep the process alive while they compute, and no longer', async () => {
    const holding = () =>
      process.getActiveResourcesInfo().filter((kind) => /Worker|MessagePort/.test(kind)).length;
    const before = holding();
    const computed = threads.hash(PASSWORD, COST);
    expect(holding()).toBeGreaterThan(before);
    await computed;
    expect(holding()).toBe(before);
  });
});
