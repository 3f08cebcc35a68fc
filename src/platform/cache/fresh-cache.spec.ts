import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { performance } from 'node:perf_hooks';
import { FreshCache } from './fresh-cache.js';

describe('a fresh cache', () => {
  let now: number;
  let loads: string[];
  let truth: Map<string, string>;
  let failure: Error | undefined;

  const cache = (max = 10) =>
    new FreshCache<string, string>({
      load: async (key) => {
        loads.push(key);
        await Promise.resolve();
        if (failure) throw failure;
        return truth.get(key);
      },
      freshMs: 1_000,
      keepMs: 60_000,
      max,
    });

  beforeEach(() => {
    now = 0;
    loads = [];
    truth = new Map([
      ['a', 'one'],
      ['b', 'two'],
      ['c', 'three'],
    ]);
    failure = undefined;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('loads a value once while it is fresh, and again after that', async () => {
    const known = cache();
    await known.get('a');
    now = 999;
    truth.set('a', 'changed');
    expect(await known.get('a')).toBe('one');
    now = 1_000;
    expect(await known.get('a')).toBe('changed');
    expect(loads).toEqual(['a', 'a']);
  });

  it('shares one load among parallel callers', async () => {
    const known = cache();
    expect(await Promise.all([known.get('a'), known.get('a'), known.get('a')])).toEqual([
      'one',
      'one',
      'one',
    ]);
    expect(loads).toEqual(['a']);
  });

  it('never remembers that something is unknown', async () => {
    const known = cache();
    expect(await known.get('d')).toBeUndefined();
    truth.set('d', 'new');
    expect(await known.get('d')).toBe('new');
  });

  it('forgets at once what disappeared, whatever it knew', async () => {
    const known = cache();
    await known.get('a');
    truth.delete('a');
    now = 1_000;
    expect(await known.get('a')).toBeUndefined();
    failure = new Error('down');
    await expect(known.getEvenStale('a')).rejects.toThrow('down');
  });

  it('does not keep an answer that was being read when it was forgotten', async () => {
    const known = cache();
    const reading = known.get('a');
    known.forget('a');
    truth.set('a', 'changed');
    await reading;
    expect(await known.get('a')).toBe('changed');
  });

  it('passes a failure on, and returns a stale value only to callers that accept it, for a while', async () => {
    const known = cache();
    await known.get('a');
    failure = new Error('down');
    now = 59_999;
    await expect(known.get('a')).rejects.toThrow('down');
    expect(await known.getEvenStale('a')).toBe('one');
    await expect(known.getEvenStale('b')).rejects.toThrow('down');
    now = 60_000;
    await expect(known.getEvenStale('a')).rejects.toThrow('down');
  });

  it('holds what was put into it like what it has read, and only what is retained', async () => {
    const known = cache();
    known.put('a', 'put');
    expect(known.peek('a')).toBe('put');
    now = 1_000;
    expect([known.peek('a'), known.last('a')]).toEqual([undefined, 'put']);
    expect(await known.get('a')).toBe('one');
    known.put('b', 'put');
    known.retain(new Set(['b']));
    expect([known.last('a'), known.last('b')]).toEqual([undefined, 'put']);
  });

  it('holds no more than its maximum, the newest readings', async () => {
    const known = cache(2);
    for (const key of ['a', 'b', 'c']) await known.get(key);
    loads = [];
    for (const key of ['b', 'c', 'a']) await known.get(key);
    expect(loads).toEqual(['a']);
  });

  it('ends an answer at its own time, also as a stale one', async () => {
    const brief = new FreshCache<string, string>({
      load: async (key) => {
        if (failure) throw failure;
        return truth.get(key);
      },
      freshMs: 1_000,
      keepMs: 60_000,
      lifeOf: (value) => (value === 'one' ? 300 : null),
    });
    await Promise.all([brief.get('a'), brief.get('b')]);
    now = 299;
    expect([brief.peek('a'), brief.peek('b')]).toEqual(['one', 'two']);
    now = 300;
    expect([brief.peek('a'), brief.peek('b')]).toEqual([undefined, 'two']);
    now = 2_000;
    failure = new Error('storage is down');
    await expect(brief.getEvenStale('a')).rejects.toThrow('storage is down');
    expect(await brief.getEvenStale('b')).toBe('two');
  });
});
