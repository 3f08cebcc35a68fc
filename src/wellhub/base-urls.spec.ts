import { describe, expect, it } from '@jest/globals';
import { wellhubBase } from './base-urls.js';

describe('the base of Wellhub', () => {
  it.each([
    ['production', 'https://api.partners.gympass.com'],
    ['sandbox', 'https://apitesting.partners.gympass.com'],
    ['simulator', 'http://127.0.0.1:4000'],
  ] as const)('W-54 is fixed except for the simulator: %s', (environment, base) => {
    expect(wellhubBase(environment, 'http://127.0.0.1:4000')).toBe(base);
  });
});
