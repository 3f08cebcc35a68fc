import { describe, expect, it } from '@jest/globals';
import { cardNumberOf } from './card-number.js';

describe('the number of a card', () => {
  it.each([
    ['RAW', '528280977448'],
    ['WIEGAND_26', '8060968'],
    ['FACILITY_CODE', '12300040'],
    ['CODE_ONLY', '40'],
  ] as const)('D-9 528280977448 is as %s the card %s', (format, card) => {
    expect(cardNumberOf('528280977448', format)).toBe(card);
  });

  it.each([
    ['WIEGAND_26', 256n * 2n ** 32n + 1n],
    ['WIEGAND_26', 1n * 2n ** 32n + 65_536n],
    ['FACILITY_CODE', 40n],
    ['FACILITY_CODE', 1n * 2n ** 32n + 100_000n],
  ] as const)('D-9 %s leaves a number of another form as it is: %s', (format, value) => {
    expect(cardNumberOf(String(value), format)).toBe(String(value));
  });

  it('D-9 a negative print is the number of 64 bits that it stands for', () => {
    expect(cardNumberOf('-1', 'RAW')).toBe(String(2n ** 64n - 1n));
  });
});
