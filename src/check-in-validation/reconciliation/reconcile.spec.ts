import { describe, expect, it } from '@jest/globals';
import { reconcile, type ValidatedCheckIn } from './reconcile.js';

const ours = (id: string, more: Partial<ValidatedCheckIn> = {}): ValidatedCheckIn => ({
  id,
  wellhubId: '0012',
  customerId: 7,
  localDay: '2026-10-03',
  validatedDay: '2026-10-03',
  validatedAt: new Date('2026-10-03T12:00:00Z'),
  bookingNumber: null,
  alreadyValidated: false,
  micros: 0,
  ...more,
});
const theirs = (line: number, day = '2026-10-03', wellhubId = '0012') => ({ line, wellhubId, day });
const told = (...[mine, list]: Parameters<typeof reconcile>) => {
  const { both, onlyOurs, onlyWellhub } = reconcile(mine, list);
  return {
    both: both.map((pair) => `${pair.ours.id}-${pair.theirs.line}`),
    onlyOurs: onlyOurs.map(({ id }) => id),
    onlyWellhub: onlyWellhub.map(({ line }) => line),
  };
};

describe('reconciliation', () => {
  it('pairs the same person on the same day, whatever became of the leading zeros', () => {
    const list = [
      theirs(2, '2026-10-03', '12'),
      theirs(3, '2026-10-04'),
      theirs(4, undefined, '7'),
    ];
    expect(told([ours('a'), ours('b', { wellhubId: '8' })], list)).toEqual({
      both: ['a-2'],
      onlyOurs: ['b'],
      onlyWellhub: [3, 4],
    });
  });

  it('needs two rows for two classes of one day', () => {
    const two = [ours('a'), ours('b')];
    expect(told(two, [theirs(2)])).toMatchObject({ both: ['a-2'], onlyOurs: ['b'] });
    expect(told(two, [theirs(2), theirs(3)])).toMatchObject({ both: ['a-2', 'b-3'], onlyOurs: [] });
    expect(told([ours('a')], [theirs(2), theirs(3)]).onlyWellhub).toEqual([3]);
  });

  it('takes the one that was validated elsewhere last', () => {
    const two = [ours('a', { alreadyValidated: true }), ours('b')];
    expect(told(two, [theirs(2)])).toMatchObject({ both: ['b-2'], onlyOurs: ['a'] });
  });

  it('pairs what was validated after midnight with either day, the day of the check-in first', () => {
    const late = ours('late', { validatedDay: '2026-10-04' });
    expect(told([late], [theirs(2, '2026-10-04')]).both).toEqual(['late-2']);
    const next = ours('next', { localDay: '2026-10-04', validatedDay: '2026-10-04' });
    const list = [theirs(2, '2026-10-04'), theirs(3, '2026-10-03')];
    expect(told([late, next], list).both).toEqual(['next-2', 'late-3']);
  });

  it('never pairs an erased person', () => {
    expect(told([ours('a', { wellhubId: null })], [theirs(2)])).toEqual({
      both: [],
      onlyOurs: ['a'],
      onlyWellhub: [2],
    });
  });
});
