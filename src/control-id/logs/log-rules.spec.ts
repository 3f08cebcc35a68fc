import { describe, expect, it } from '@jest/globals';
import { correctedTime, inOrder, isTimeUnknown, kindOf } from './log-rules.js';

const NOW = new Date('2026-11-29T12:00:00Z');
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

describe('a log', () => {
  it.each([
    [7, 'GRANTED'],
    ...[10, 11, 12, 13, 15].map((event) => [event, 'ANONYMOUS'] as const),
    ...[3, 6, 1, 2, 4, 5, 8, 9, 14, 99].map((event) => [event, 'REFUSED'] as const),
  ] as const)('D-20 with the event %i is %s', (event, kind) => {
    expect(kindOf({ event })).toBe(kind);
  });

  it('D-20 stands at the time of the device, less what its clock is ahead', () => {
    const seconds = NOW.getTime() / 1_000;
    expect(correctedTime(seconds - 14_400, -14_400)).toEqual(NOW);
    expect(correctedTime(seconds + 86_400, 86_400)).toEqual(NOW);
  });

  it.each([
    ['7 days back', -7 * 1_440, false],
    ['more than 7 days back', -7 * 1_440 - 1, true],
    ['5 minutes ahead', 5, false],
    ['more than 5 minutes ahead', 6, true],
  ])('D-20 of %s has no known time: %s', (_, ahead, unknown) => {
    expect(isTimeUnknown(minutes(ahead), NOW)).toBe(unknown);
  });

  it('D-20 is taken in the order in which it happened, in one second by its number', () => {
    const log = (id: string, time: number) => ({ id, time, event: 7 });
    const taken = inOrder([log('10', 5), log('9', 5), log('11', 4)]);
    expect(taken.map(({ id }) => id)).toEqual(['11', '9', '10']);
  });
});
