import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { clearCoarseTimeout, setCoarseTimeout } from './coarse-timers.js';
import { currentRequest, deadlineIn, runInRequest } from './request-context.js';

describe('a coarse timer', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('fires once, at its time', () => {
    const ring = jest.fn();
    setCoarseTimeout(100, ring);
    jest.advanceTimersByTime(90);
    expect(ring).not.toHaveBeenCalled();
    jest.advanceTimersByTime(200);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('does not fire when it was cancelled', () => {
    const ring = jest.fn();
    const alarm = setCoarseTimeout(100, ring);
    expect(clearCoarseTimeout(alarm)).toBe(true);
    jest.advanceTimersByTime(200);
    expect(ring).not.toHaveBeenCalled();
  });

  it('leaves the others their own time, and no timer behind', () => {
    const rung: string[] = [];
    setCoarseTimeout(300, () => rung.push('late'));
    setCoarseTimeout(100, () => rung.push('early'));
    jest.advanceTimersByTime(150);
    expect(rung).toEqual(['early']);
    jest.advanceTimersByTime(200);
    expect(rung).toEqual(['early', 'late']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('wakes the process once for all that were cancelled meanwhile', () => {
    const wakes = jest.spyOn(globalThis, 'setTimeout');
    for (let request = 0; request < 50; request += 1) {
      clearCoarseTimeout(setCoarseTimeout(400, () => undefined));
      jest.advanceTimersByTime(5);
    }
    jest.advanceTimersByTime(1_000);
    expect(wakes).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
    wakes.mockRestore();
  });

  it('does not fire when one that is due with it cancels it', () => {
    const ring = jest.fn();
    setCoarseTimeout(100, () => clearCoarseTimeout(other));
    const other = setCoarseTimeout(101, ring);
    jest.advanceTimersByTime(500);
    expect(ring).not.toHaveBeenCalled();
  });

  it('keeps its time when the callback of another one fails', () => {
    const ring = jest.fn();
    setCoarseTimeout(100, () => {
      throw new Error('not ours');
    });
    setCoarseTimeout(300, ring);
    expect(() => jest.advanceTimersByTime(150)).toThrow('not ours');
    jest.advanceTimersByTime(200);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('may be set by a callback of another one', () => {
    const again = jest.fn();
    setCoarseTimeout(50, () => setCoarseTimeout(50, again));
    jest.advanceTimersByTime(150);
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('keeps no process alive: one that is never called off does not hold up a shutdown', () => {
    jest.useRealTimers();
    const timersOf = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout');
    const before = timersOf();
    const alarm = setCoarseTimeout(50, () => undefined);
    expect(timersOf()).toEqual(before);
    clearCoarseTimeout(alarm);
  });

  it('belongs to no request: the one that came first does not pass on its context', () => {
    const seen: unknown[] = [];
    runInRequest({ requestId: 'first', deadlineAt: deadlineIn(1_000) }, () =>
      setCoarseTimeout(50, () => seen.push(currentRequest())),
    );
    jest.advanceTimersByTime(100);
    expect(seen).toEqual([undefined]);
  });
});
