import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Settings } from '../config/settings.js';
import type { Database } from '../database/database.js';
import type { Sweeps } from '../database/sweeps.js';
import { DomainError } from '../errors/domain-error.js';
import { RateLimits } from './rate-limits.js';

const LIMIT = 1_000;
/** What the promises of a test need; clock and patience stand still. */
const REAL = ['nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const;
const sweeps = { declare: () => undefined } as unknown as Sweeps;

const settingsOf = (processes: number) =>
  Settings.of({ processes } as Parameters<typeof Settings.of>[0]);

/** Adds up the shared counts per minute, as the table does. */
class SharedCounts {
  readonly used = new Map<string, number>();
  asked = 0;
  isDown = false;
  /** How far its clock is ahead of ours. */
  ahead = 0;

  database(): Database {
    const query = async (_: unknown, [minute, names, fresh]: [number, string[], number[]]) => {
      this.asked += 1;
      await new Promise(setImmediate);
      if (this.isDown) throw new Error('down');
      return names.map((counter, n) => {
        const key = `${minute} ${counter}`;
        this.used.set(key, (this.used.get(key) ?? 0) + (fresh[n] ?? 0));
        return { counter, used: this.used.get(key), now: Date.now() + this.ahead };
      });
    };
    return { query } as unknown as Database;
  }
}

describe('the limit of requests per minute', () => {
  let shared: SharedCounts;

  beforeEach(() => {
    shared = new SharedCounts();
    // No slow machine gets across the end of a minute, or out of patience with its database.
    jest.useFakeTimers({ now: Date.UTC(2026, 10, 28, 18, 30, 20), doNotFake: [...REAL] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const replica = (processes = 1) =>
    new RateLimits(shared.database(), sweeps, settingsOf(processes));
  /** @returns how many of `count` passed */
  const passed = async (limits: RateLimits, count: number, name = 'key GET /a') => {
    let passes = 0;
    for (let n = 0; n < count; n += 1)
      try {
        await limits.take(name, LIMIT);
        passes += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    return passes;
  };

  it('O-7 lets exactly the limit pass on one replica, and nothing more in that minute', async () => {
    const limits = replica();
    expect(await passed(limits, LIMIT + 50)).toBe(LIMIT);
    expect(await passed(limits, 10, 'key GET /b')).toBe(10);
  });

  it('O-7 answers when to retry: at the end of the minute', async () => {
    const limits = replica();
    await passed(limits, LIMIT);
    const left = 60 - (Date.now() % 60_000) / 1000;
    const refused = await Promise.resolve()
      .then(() => limits.take('key GET /a', LIMIT))
      .catch((error: DomainError) => error);
    const { retryAfterSeconds = 0 } = (refused as DomainError).facts;
    expect(Math.abs(retryAfterSeconds - left)).toBeLessThanOrEqual(2);
  });

  it('O-7 lets at most 10 % more pass on five replicas that all get requests at once', async () => {
    const replicas = Array.from({ length: 5 }, () => replica());
    const takes = Array.from({ length: LIMIT * 2 }, (_, n) =>
      Promise.resolve().then(() => replicas[n % 5]?.take('key GET /a', LIMIT)),
    );
    const settled = await Promise.allSettled(takes);
    const passes = settled.filter(({ status }) => status === 'fulfilled').length;
    expect(passes).toBeGreaterThanOrEqual(LIMIT);
    expect(passes).toBeLessThanOrEqual(LIMIT * 1.1);
  });

  it.each([2, 8])(
    'O-7 lets at most 3 % more pass on %i processes of one replica that all get requests at once',
    async (processes) => {
      const members = Array.from({ length: processes }, () => replica(processes));
      const takes = Array.from({ length: LIMIT * 2 }, (_, n) =>
        Promise.resolve().then(() => members[n % processes]?.take('key GET /a', LIMIT)),
      );
      const settled = await Promise.allSettled(takes);
      const passes = settled.filter(({ status }) => status === 'fulfilled').length;
      expect(passes).toBeGreaterThanOrEqual(LIMIT);
      expect(passes).toBeLessThanOrEqual(LIMIT * 1.03);
    },
  );

  it('waits for nothing, and sends no query, while a caller is slow', () => {
    const limits = replica();
    for (let n = 0; n < 15; n += 1) expect(limits.take('key GET /a', LIMIT)).toBeUndefined();
    expect(shared.asked).toBe(0);
  });

  it('shares the counts of callers that are slow four times a second, however many they are', async () => {
    const limits = replica();
    // 100 callers at 120 requests a minute each, evenly spread over four seconds.
    for (let n = 0; n < 800; n += 1) {
      await limits.take(`device ${n % 100}`, 60);
      jest.advanceTimersByTime(5);
      await new Promise(setImmediate);
      await new Promise(setImmediate);
    }
    expect(shared.asked).toBeLessThanOrEqual(17);
    expect([...shared.used.values()].reduce((sum, used) => sum + used, 0)).toBeGreaterThan(600);
  });

  it('counts alone while the database is down', async () => {
    shared.isDown = true;
    expect(await passed(replica(), LIMIT + 5)).toBe(LIMIT);
  });

  it('lets each of several processes pass its share only, while the database is down', async () => {
    shared.isDown = true;
    const members = Array.from({ length: 4 }, () => replica(4));
    let passes = 0;
    for (const member of members) passes += await passed(member, LIMIT);
    expect(passes).toBe(LIMIT);
  });

  it('ends the minute by the clock of the database', async () => {
    const limits = replica();
    await passed(limits, LIMIT);
    expect(await passed(limits, 1)).toBe(0);
    shared.ahead = 120_000;
    await passed(limits, 40, 'key GET /b');
    expect(await passed(limits, 1)).toBe(1);
  });

  it('a check alone counts nothing', () => {
    const limits = replica();
    for (let n = 0; n < 50; n += 1) limits.check('device POST /c');
    for (let n = 0; n < 2; n += 1) limits.count('device POST /c', 2);
    expect(() => limits.check('device POST /c')).toThrow(DomainError);
  });
});
