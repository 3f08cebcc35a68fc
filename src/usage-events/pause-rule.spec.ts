import { describe, expect, it } from '@jest/globals';
import { pauseAfterRefusal, pauseAfterSilence } from './pause-rule.js';

const MIDDLE = 0.5;

describe('the pause after a try that failed', () => {
  it('W-65 grows to a minute', () => {
    const seconds = [0, 1, 2, 3, 4, 5, 99].map(
      (attempts) => pauseAfterSilence({ attempts }, 0, MIDDLE).seconds,
    );
    expect(seconds).toEqual([2, 5, 10, 20, 40, 60, 60]);
  });

  it('W-65 is as long as Wellhub’s Retry-After, and nothing shortens it', () => {
    expect(pauseAfterSilence({ attempts: 0 }, 300)).toMatchObject({
      seconds: 300,
      atLeastSeconds: 300,
    });
  });

  it('W-65 is a minute for a refused token, and remembers which one it was', () => {
    const setAt = new Date();
    expect(pauseAfterRefusal(setAt)).toEqual({
      seconds: 60,
      atLeastSeconds: 60,
      refusedTokenSetAt: setAt,
    });
  });
});
