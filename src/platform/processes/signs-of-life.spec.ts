import { describe, expect, it } from '@jest/globals';
import { SignsOfLife } from './signs-of-life.js';

describe('the signs of life of processes', () => {
  it('name a process that has sent none for half a minute, again and again until it has ended', () => {
    const signs = new SignsOfLife();
    signs.receive(1);
    signs.receive(2);
    for (let check = 0; check < 6; check += 1) {
      expect(signs.check()).toEqual([]);
      signs.receive(2);
    }
    expect(signs.check()).toEqual([1]);
    expect(signs.check()).toEqual([1]);
    signs.end(1);
    expect(signs.check()).toEqual([]);
  });

  it('expect none of a process that still starts', () => {
    const signs = new SignsOfLife();
    for (let check = 0; check < 20; check += 1) expect(signs.check()).toEqual([]);
  });
});
