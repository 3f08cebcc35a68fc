import { describe, expect, it } from '@jest/globals';
import { pauseAfter } from './pause-rule.js';

describe('the pause after a try that failed', () => {
  it('W-65 grows to a minute', () => {
    const seconds = [0, 1, 2, 3, 4, 5, 99].map(
      (attempts) => pauseAfter({ kind: 'again' }, { attempts }).seconds,
    );
    expect(seconds).toEqual([2, 5, 10, 20, 40, 60, 60]);
  });

  it('W-65 is as long as Wellhub asks, and nothing shortens it', () => {
    const answer = { kind: 'again', status: 429, retryAfterSeconds: 300 } as const;
    expect(pauseAfter(answer, { attempts: 0 })).toMatchObject({
      seconds: 300,
      atLeastSeconds: 300,
    });
  });

  it('W-65 is a minute for a refused token, and remembers which one it was', () => {
    const setAt = new Date();
    const answer = { kind: 'credentials-refused', status: 401 } as const;
    expect(pauseAfter(answer, { attempts: 0 }, setAt)).toEqual({
      seconds: 60,
      atLeastSeconds: 60,
      refusedTokenSetAt: setAt,
    });
  });
});
