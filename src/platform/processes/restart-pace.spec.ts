import { describe, expect, it } from '@jest/globals';
import { RestartPace } from './restart-pace.js';

describe('the pace of restarts', () => {
  it('doubles with every process that dies young, up to half a minute', () => {
    const pace = new RestartPace();
    const pauses = Array.from({ length: 11 }, () => pace.pauseAfter(10));
    expect(pauses.slice(0, 4)).toEqual([100, 200, 400, 800]);
    expect(pauses.slice(-2)).toEqual([30_000, 30_000]);
  });

  it('begins anew once a process has served for a minute', () => {
    const pace = new RestartPace();
    pace.pauseAfter(10);
    pace.pauseAfter(10);
    expect([pace.pauseAfter(60_000), pace.pauseAfter(10), pace.pauseAfter(10)]).toEqual([
      100, 100, 200,
    ]);
  });
});
