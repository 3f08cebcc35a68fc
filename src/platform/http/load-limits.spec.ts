import { beforeEach, describe, expect, it } from '@jest/globals';
import { EventLoopDelay } from './event-loop-delay.js';
import { LoadLimits } from './load-limits.js';

const ALL = ['door', 'member', 'other'] as const;

describe('the delay of the event loop', () => {
  let now: number;
  let delay: EventLoopDelay;
  /** An iteration of the event loop that took so long. */
  const turn = (ms: number) => {
    now += 50 + ms;
    delay.tick();
  };

  beforeEach(() => {
    now = 1_000;
    delay = new EventLoopDelay(() => now);
  });

  it('is the smallest delay of the last three iterations', () => {
    turn(300);
    turn(200);
    expect(delay.lastingMs).toBe(0);
    turn(400);
    expect(delay.lastingMs).toBe(200);
    turn(0);
    expect(delay.lastingMs).toBe(0);
  });

  it('reports for how long the present iteration has run', () => {
    expect(delay.overdueMs).toBe(0);
    now += 50 + 70;
    expect(delay.overdueMs).toBe(70);
  });
});

describe('the limits of what is taken in', () => {
  let now: number;
  let delay: { overdueMs: number; lastingMs: number };
  let limits: LoadLimits;
  const refused = () => ALL.filter((urgency) => limits.refuses(urgency));
  const begin = (urgency: (typeof ALL)[number], times: number) => {
    for (let n = 0; n < times; n += 1) limits.begin(urgency);
  };
  const made = (maxEventLoopDelayMs = 100) =>
    new LoadLimits({ maxRequestsInFlight: 1_000, maxEventLoopDelayMs }, delay, () => now);

  beforeEach(() => {
    now = 0;
    delay = { overdueMs: 0, lastingMs: 0 };
    limits = made();
  });

  it.each([
    [99, []],
    [100, ['other']],
    [150, ['member', 'other']],
    [200, ['door', 'member', 'other']],
  ] as const)('refuse by urgency when the loop is %i ms late', (overdueMs, expected) => {
    Object.assign(delay, { overdueMs, lastingMs: overdueMs });
    expect(refused()).toEqual(expected);
  });

  it('refuse nothing for one long iteration, nor the first request of an iteration', () => {
    Object.assign(delay, { overdueMs: 5_000, lastingMs: 0 });
    expect(refused()).toEqual([]);
    Object.assign(delay, { overdueMs: 20, lastingMs: 5_000 });
    expect(refused()).toEqual([]);
  });

  it('never take the loop for late where that is switched off', () => {
    Object.assign(delay, { overdueMs: 5_000, lastingMs: 5_000 });
    limits = made(0);
    expect(refused()).toEqual([]);
  });

  it('refuse by urgency while urgent requests pile up', () => {
    begin('door', 139);
    expect(refused()).toEqual([]);
    begin('member', 1);
    expect(refused()).toEqual(['other']);
    begin('member', 30);
    expect(refused()).toEqual(['member', 'other']);
    begin('door', 30);
    expect(refused()).toEqual(['door', 'member', 'other']);
    limits.end('door');
    expect(refused()).toEqual(['member', 'other']);
  });

  it('let more urgent ones in where more are answered per second', () => {
    begin('door', 2_000);
    for (let n = 0; n < 1_999; n += 1) limits.end('door');
    now = 1_000;
    limits.end('door');
    begin('door', 600);
    expect(refused()).toEqual(['other']);
    begin('door', 200);
    expect(refused()).toEqual(['door', 'member', 'other']);
  });

  it('let many wait for something slow, and refuse more of them, but no others', () => {
    begin('other', 699);
    expect(refused()).toEqual([]);
    begin('other', 1);
    expect(refused()).toEqual(['other']);
  });
});
