import { describe, expect, it } from '@jest/globals';
import { readRetryAfter } from './retry-after.js';

const NOW = Date.parse('2026-11-21T14:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['3600', 3_600],
    [' 7 ', 7],
    ['007', 7],
    ['1.2', 2],
    ['1.', 1],
    ['86401', 86_400],
    ['999999999', 86_400],
    ['9999999999', 86_400],
    ['9'.repeat(400), 86_400],
    ['Sat, 21 Nov 2026 15:00:00 GMT', 3_600],
    ['sat, 21 nov 2026 15:00:00 gmt', 3_600],
    ['Saturday, 21-Nov-26 15:00:00 GMT', 3_600],
    ['Sat Nov 21 15:00:00 2026', 3_600],
    ['Sat, 21 Nov 2026 13:00:00 GMT', 0],
    ['Thu, 21 Nov 2126 15:00:00 GMT', 86_400],
  ])('W-48 O-48 reads %j as %j seconds', (header, seconds) => {
    expect(readRetryAfter(header, NOW)).toBe(seconds);
  });

  it.each([
    undefined,
    '',
    ' ',
    '-1',
    '-9999999999',
    '+5',
    '1e9',
    '0x10',
    '7 s',
    '7, 8',
    'NaN',
    'Infinity',
    'soon',
    'soon 5',
    'Sat, 99 Nov 2026 25:00:00 GMT',
    '2026-11-21T15:00:00Z',
    '٧',
  ])('counts %j as absent', (header) => {
    expect(readRetryAfter(header, NOW)).toBeUndefined();
  });
});
