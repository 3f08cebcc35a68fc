import { describe, expect, it } from '@jest/globals';
import { Settings } from '../platform/config/settings.js';
import { CallLimits, type CallSlot } from './call-limits.js';

type Values = Parameters<typeof Settings.of>[0];

const limits = (
  wellhubCallsPerGym: number,
  wellhubCallsTotal: number,
  now?: () => number,
  processes = 1,
) =>
  new CallLimits(Settings.of({ wellhubCallsPerGym, wellhubCallsTotal, processes } as Values), now);
/** A call that leaves at once. @returns the seconds to wait; 0 = it has left */
const call = (limit: CallLimits, gymId: number): number => {
  const slot = limit.take('p', gymId);
  if (typeof slot === 'number') return slot;
  slot.use();
  return 0;
};
const taken = (limit: CallLimits, gymId: number, times: number) =>
  Array.from({ length: times }, () => call(limit, gymId)).filter((wait) => wait === 0).length;

/** When calls went that were wanted every few milliseconds at each of these gyms. */
function momentsOf(perGym: number, total: number, gyms: readonly number[]): number[] {
  let now = 0;
  const limit = limits(perGym, total, () => now);
  const moments: number[] = [];
  for (; now < 20_000; now += 7)
    for (const gym of gyms) if (call(limit, gym) === 0) moments.push(now);
  return moments;
}
/** Both ends of a second belong to it. */
const mostInASecond = (moments: readonly number[]): number =>
  Math.max(...moments.map((a) => moments.filter((b) => b >= a && b <= a + 1_000).length));

describe('the limits of calls to Wellhub', () => {
  it.each([1, 3, 10])('W-58 let at most %i calls of a gym fall into any second', (most) => {
    const moments = momentsOf(most, 1_000, [1]);
    expect(mostInASecond(moments)).toBe(most);
    expect(moments.length).toBeGreaterThan(most * 17);
  });

  it('W-58 are shared out between the processes behind one port', () => {
    const calls = (processes: number, gyms: readonly number[]) => {
      const limit = limits(10, 30, () => 0, processes);
      return gyms.map((gym) => taken(limit, gym, 100));
    };
    expect(calls(1, [1, 2, 3, 4])).toEqual([10, 10, 10, 0]);
    expect(calls(4, [1, 2, 3, 4])).toEqual([2, 2, 2, 1]);
  });

  it('W-58 let no more than the total of all gyms fall into any second', () => {
    expect(mostInASecond(momentsOf(4, 10, [1, 2, 3]))).toBe(10);
  });

  it('W-58 hold after a rest and after a burst in the middle of a second', () => {
    let now = 0;
    const limit = limits(10, 1_000, () => now);
    expect(taken(limit, 1, 5)).toBe(5);
    now = 900;
    expect(taken(limit, 1, 30)).toBe(5);
    now = 1_200;
    expect(taken(limit, 1, 30)).toBe(5);
    now = 60_000;
    expect(taken(limit, 1, 30)).toBe(10);
  });

  it('W-58 return when to retry, and then a call is free', () => {
    let now = 0;
    const limit = limits(2, 100, () => now);
    for (let n = 0; n < 50; n += 1) {
      now += call(limit, 1) * 1_000;
      now += call(limit, 1) * 1_000;
      const wait = call(limit, 1);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThan(1.2);
      now += wait * 1_000;
    }
    expect(call(limit, 2)).toBe(0);
  });

  it('W-58 count from when a call leaves, however long after it was allowed to', () => {
    let now = 0;
    const limit = limits(10, 1_000, () => now);
    const moments: number[] = [];
    const held: { slot: CallSlot; leaves: number }[] = [];
    // A storage that takes between nothing and two seconds for what lies between.
    for (let n = 0; now < 60_000; now += 10, n += 1) {
      const slot = limit.take('p', 1);
      if (typeof slot !== 'number') held.push({ slot, leaves: now + ((n * 7_919) % 2_000) });
      for (const { slot: due } of held.filter((it) => it.leaves > now - 10 && it.leaves <= now)) {
        due.use();
        moments.push(now);
      }
    }
    expect(mostInASecond(moments)).toBeLessThanOrEqual(10);
    expect(moments.length).toBeGreaterThan(200);
  });

  it('W-58 release a slot that no call used, and one that was lost after a while', () => {
    let now = 0;
    const limit = limits(1, 100, () => now);
    const first = limit.take('p', 1) as CallSlot;
    expect(limit.take('p', 1)).toBeGreaterThan(0);
    first.release();
    limit.take('p', 1);
    now = 14_999;
    expect(limit.take('p', 1)).toBeGreaterThan(0);
    now = 15_000;
    expect(call(limit, 1)).toBe(0);
  });
});
