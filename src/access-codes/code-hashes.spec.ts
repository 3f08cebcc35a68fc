import { describe, expect, it } from '@jest/globals';
import { isCodeShaped, makeCode } from './code-hashes.js';

describe('a code', () => {
  it('O-10 is 19 digits of 63 random bits, leading zeros kept', () => {
    const codes = Array.from({ length: 1_000 }, makeCode);
    expect(codes.filter((code) => !isCodeShaped(code))).toEqual([]);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
    expect(codes.every((code) => BigInt(code) < 2n ** 63n)).toBe(true);
    expect(new Set(codes).size).toBe(1_000);
  });
});
