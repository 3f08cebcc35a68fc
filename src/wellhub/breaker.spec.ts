import { beforeEach, describe, expect, it } from '@jest/globals';
import { Breaker, type BreakerState, type BreakerVerdict } from './breaker.js';

const judge = (outcome: string): BreakerVerdict =>
  outcome === 'unsendable' ? undefined : outcome === 'answer' ? 'good' : 'failed';

describe('the breaker around Wellhub', () => {
  let now: number;
  let seen: BreakerState[];
  let breaker: Breaker;
  const call = (outcome: string, always = false) =>
    breaker.run({ call: () => Promise.resolve(outcome), judge, always });
  /** A call that the test ends. */
  const open = () => {
    let end: (outcome: string) => void = () => undefined;
    const waiting = new Promise<string>((resolve) => (end = resolve));
    let succeed = (): void => undefined;
    const call = (tell: () => void) => {
      succeed = tell;
      return waiting;
    };
    const done = breaker.run({ call, judge });
    return { done, end, succeed: () => succeed() };
  };
  const silence = async () => {
    for (let n = 0; n < 5; n += 1) await call('silence');
  };

  beforeEach(() => {
    now = 1_000;
    seen = [];
    breaker = new Breaker(
      (state) => seen.push(state),
      () => now,
    );
  });

  it('opens at the fifth call without an answer in a row and refuses further calls', async () => {
    await silence();
    expect(breaker.state).toBe('open');
    expect(await call('answer')).toBeUndefined();
    expect(seen).toEqual(['open']);
  });

  it('does not count a call that could not be made, for either side', async () => {
    for (let n = 0; n < 20; n += 1) await call('unsendable');
    expect(breaker.state).toBe('closed');
    for (let n = 0; n < 8; n += 1) await call(n % 2 === 0 ? 'silence' : 'unsendable');
    await call('silence');
    expect(breaker.state).toBe('open');
    now += 2_000;
    await call('unsendable');
    expect(breaker.state).toBe('open');
    expect(await call('answer')).toBe('answer');
    expect(seen).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  });

  it('stays closed when an answer arrives in between', async () => {
    for (let n = 0; n < 20; n += 1) await call(n % 5 === 4 ? 'answer' : 'silence');
    expect(breaker.state).toBe('closed');
    expect(seen).toEqual([]);
  });

  it('passes one call every two seconds, and is closed by its answer', async () => {
    await silence();
    now += 2_000;
    const probe = open();
    expect(breaker.state).toBe('half-open');
    expect(await call('answer')).toBeUndefined();
    probe.end('answer');
    expect(await probe.done).toBe('answer');
    expect(breaker.state).toBe('closed');
    expect(await call('answer')).toBe('answer');
    expect(seen).toEqual(['open', 'half-open', 'closed']);
  });

  it('tries again while an earlier try still hangs', async () => {
    await silence();
    now += 2_000;
    const hanging = open();
    now += 2_000;
    expect(await call('answer')).toBe('answer');
    expect(breaker.state).toBe('closed');
    hanging.end('silence');
    await hanging.done;
    expect(breaker.state).toBe('closed');
  });

  it('ignores calls that hang since before the last answer', async () => {
    const hanging = Array.from({ length: 9 }, open);
    now += 1;
    await call('answer');
    now += 9_000;
    for (const { end } of hanging) end('silence');
    await Promise.all(hanging.map(({ done }) => done));
    expect(breaker.state).toBe('closed');
  });

  it('stays open when the trial call gets no answer', async () => {
    await silence();
    now += 2_000;
    expect(await call('silence')).toBe('silence');
    expect(breaker.state).toBe('open');
    expect(await call('answer')).toBeUndefined();
  });

  it('closes as soon as a call proves that Wellhub answers, whatever the outcome of the call', async () => {
    await silence();
    now += 2_000;
    const probe = open();
    probe.succeed();
    expect(breaker.state).toBe('closed');
    probe.end('unsendable');
    await probe.done;
    expect(breaker.state).toBe('closed');
    expect(seen).toEqual(['open', 'half-open', 'closed']);
  });

  it('passes a call that a person started, in any state', async () => {
    await silence();
    expect(await call('answer', true)).toBe('answer');
    expect(breaker.state).toBe('closed');
  });
});
