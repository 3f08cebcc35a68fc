import { describe, expect, it } from '@jest/globals';
import { SourceCosts } from './source-costs.js';

describe('the costs of sources', () => {
  it('rise with every try, half as fast with right passwords, and halve in a minute', () => {
    let now = 0;
    const costs = new SourceCosts(() => now);
    costs.countTry('flood');
    costs.countTry('flood');
    costs.countTry('home');
    costs.countSuccess('home');
    expect([costs.of('flood'), costs.of('home'), costs.of('stranger')]).toEqual([2, 0.5, 0]);
    now = 60_000;
    expect(costs.of('flood')).toBeCloseTo(1);
  });

  it('make a flood of right passwords a flood too, and save nothing up', () => {
    const costs = new SourceCosts(() => 0);
    for (let right = 0; right < 50; right += 1) costs.countSuccess('saver');
    expect(costs.of('saver')).toBe(0);
    for (let right = 0; right < 50; right += 1) {
      costs.countTry('flood');
      costs.countSuccess('flood');
    }
    expect(costs.of('flood')).toBe(25);
  });
});
