import { describe, expect, it } from '@jest/globals';
import {
  clockOffset,
  isNoteDue,
  noted,
  type ContactNote,
  type SignOfLife,
} from './sign-of-life.js';

const NOW = 1_795_950_000;

describe('the clock of a device', () => {
  it.each([
    ['4 hours back', String(NOW - 14_400), -14_400],
    ['a day ahead', String(NOW + 86_400), 86_400],
    ['missing', undefined, undefined],
    ['zero', '0', undefined],
    ['no number', '12:30', undefined],
    ['negative', '-5', undefined],
    ['of another century', '99999999999', undefined],
  ])('D-18 that is %s is %s seconds ahead', (_, time, ahead) => {
    expect(clockOffset(time, NOW)).toBe(ahead);
  });
});

describe('signs of life', () => {
  const at = (ms: number) => ({ at: ms, seconds: NOW });

  it('D-18 keep the last nine clock readings, newest first', () => {
    let note: ContactNote | undefined;
    for (let no = 1; no <= 12; no += 1)
      note = noted(note, { isScan: true, time: String(NOW + no) }, at(no));
    expect(note?.clockOffsets).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4]);
  });

  it('D-23 are one note: the last call, the last poll, what was said last', () => {
    const polled = noted(undefined, { isPoll: true, pendingAccessLogs: 3 }, at(10));
    const scanned = noted(polled, { isScan: true, reportedId: '478435' }, at(20));
    expect(scanned).toEqual({
      seenAt: 20,
      polledAt: 10,
      scannedAt: 20,
      reportedId: '478435',
      pendingAccessLogs: 3,
      clockOffsets: [],
    });
  });

  describe('of a device that polls every second', () => {
    const poll = { isPoll: true, reportedId: '7', pendingAccessLogs: 0 };
    const last = noted(undefined, poll, at(0));
    const isWritten = (sign: SignOfLife, ms: number) =>
      isNoteDue(noted(undefined, sign, at(ms)), last);

    it('D-23 are written every five seconds, the first one at once', () => {
      expect(isNoteDue(last, undefined)).toBe(true);
      expect(isWritten(poll, 4_999)).toBe(false);
      expect(isWritten({ isPoll: true }, 4_999)).toBe(false);
      expect(isWritten(poll, 5_000)).toBe(true);
    });

    it.each<[string, SignOfLife]>([
      ['asks about a person', { ...poll, isScan: true }],
      ['calls itself something else', { ...poll, reportedId: '8' }],
      ['has logs for us', { ...poll, pendingAccessLogs: 3 }],
    ])('D-23 are written at once when it %s', (_, sign) => {
      expect(isWritten(sign, 1_000)).toBe(true);
    });

    it('D-23 are written at once when it has no logs any more', () => {
      const before = noted(undefined, { ...poll, pendingAccessLogs: 3 }, at(0));
      expect(isNoteDue(noted(undefined, poll, at(1_000)), before)).toBe(true);
    });
  });
});
