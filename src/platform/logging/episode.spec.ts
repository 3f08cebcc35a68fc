import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Logger } from '@nestjs/common';
import { Episode } from './episode.js';

describe('an episode in the log', () => {
  let lines: object[];
  let logger: Logger;

  beforeEach(() => {
    jest.useFakeTimers();
    lines = [];
    const keep = (line: object) => void lines.push(line);
    logger = { warn: keep, error: keep } as unknown as Logger;
  });
  afterEach(() => void jest.useRealTimers());

  const words = { begins: 'it is away', lasts: 'it is still away', over: 'it is back' };

  it('K-44 is a line when it begins, one a minute with how often it was met, and one when it is over', () => {
    const episode = new Episode(logger, words, { host: 'a' });
    const facts = jest.fn(() => ({ first: true }));
    for (let second = 0; second < 130; second += 1) {
      episode.occurs(facts);
      episode.occurs(facts);
      jest.advanceTimersByTime(1_000);
    }
    expect(facts).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(15_000);
    expect(lines).toEqual([
      { msg: 'it is away', host: 'a', first: true },
      { msg: 'it is still away', host: 'a', times: 119, seconds: 60 },
      { msg: 'it is still away', host: 'a', times: 120, seconds: 120 },
      { msg: 'it is back', host: 'a', times: 260, seconds: 129 },
    ]);
  });

  it('begins again at the next failure after its end', () => {
    const episode = new Episode(logger, words);
    episode.occurs();
    jest.advanceTimersByTime(15_000);
    episode.occurs();
    expect(lines).toEqual([
      { msg: 'it is away' },
      { msg: 'it is back', times: 1, seconds: 0 },
      { msg: 'it is away' },
    ]);
  });

  it('that is ended by its owner does not end by itself', () => {
    const episode = new Episode(logger, { ...words, endsByItself: false });
    episode.occurs();
    jest.advanceTimersByTime(3_600_000);
    expect(lines).toEqual([{ msg: 'it is away' }]);
    episode.end();
    episode.end();
    expect(lines.slice(1)).toEqual([{ msg: 'it is back', times: 1, seconds: 0 }]);
  });
});
