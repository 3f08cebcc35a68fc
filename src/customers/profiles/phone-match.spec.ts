import { describe, expect, it } from '@jest/globals';
import { phoneMatch } from './phone-match.js';

const stored = (number: string) => [...number.replaceAll(/\D/g, '')].toReversed().join('');

const matches = (typed: string, number: string): boolean => {
  const { same = [], begin = null } = phoneMatch(typed) ?? {};
  const digits = stored(number);
  return same.includes(digits) || (begin !== null && digits.startsWith(begin));
};

describe('a phone number that is looked up', () => {
  it.each([
    ['+48 123 456 789', '0048123456789'],
    ['0048123456789', '+48123456789'],
    ['123456789', '+48 123 456 789'],
    ['+48123456789', '123-456-789'],
    ['+48123456789', '0123 456 789'],
    ['0123456789', '+48123456789'],
    ['+55 (11) 98765-4321', '11987654321'],
    ['4321', '4321'],
  ])('U-36 %s is the number %s', (typed, number) => {
    expect(matches(typed, number)).toBe(true);
  });

  it.each([
    ['+48123456789', '+48123456780'],
    ['+55 11 98765-4321', '+55 21 98765-4321'],
    ['4321', '+5511987654321'],
    ['3456789', '+48123456789'],
  ])('U-36 %s is not the number %s', (typed, number) => {
    expect(matches(typed, number)).toBe(false);
  });

  it.each(['', '+', '123', '0000', 'call me', '12a45678', '1'.repeat(21), '１２３４５'])(
    'U-36 %j is no phone number',
    (typed) => {
      expect(phoneMatch(typed)).toBeUndefined();
    },
  );
});
