import { describe, expect, it } from '@jest/globals';
import { cardNumber, type CardFormat } from './card-number.js';

describe('cardNumber', () => {
  it.each<[string, CardFormat]>([
    ['045ea19c2f6680', 'HEX_MSB'],
    ['80662f9ca15e04', 'HEX_LSB'],
    ['1229948109940352', 'DECIMAL'],
    ['0000045EA19C2F6680', 'HEX_MSB'],
    ['45ea19c2f6680', 'HEX_MSB'],
    ['80662f9ca15e040000', 'HEX_LSB'],
    ['0001229948109940352', 'DECIMAL'],
    [' 1229948109940352\r\n', 'DECIMAL'],
  ])('O-31 reads %j as %s and finds the one decimal form', (text, format) => {
    expect(cardNumber(text, format)).toBe('1229948109940352');
  });

  it('keeps every digit of a number beyond 2^53', () => {
    expect(cardNumber('ffffffffffffffff', 'HEX_MSB')).toBe('18446744073709551615');
  });

  it.each<[string, CardFormat]>([
    ['', 'DECIMAL'],
    ['12a', 'DECIMAL'],
    ['-5', 'DECIMAL'],
    ['1.5', 'DECIMAL'],
    ['', 'HEX_MSB'],
    ['0x12', 'HEX_MSB'],
    ['xyz', 'HEX_LSB'],
    ['123', 'HEX_LSB'],
    ['0000', 'DECIMAL'],
    ['٣', 'DECIMAL'],
  ])('finds no card number in %j as %s', (text, format) => {
    expect(cardNumber(text, format)).toBeUndefined();
  });
});
