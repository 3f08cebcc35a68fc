import { describe, expect, it } from '@jest/globals';
import { isApiKeyShaped, makeApiKey, prefixOf } from './api-key-format.js';

describe('an API key', () => {
  it.each(['live', 'test'] as const)('shows that it is ours and for which use: %s', (use) => {
    const { key, prefix } = makeApiKey(use);
    expect(key).toMatch(new RegExp(`^ghk_${use}_[0-9a-z]{40}_[0-9a-f]{8}$`));
    expect(key.startsWith(prefix)).toBe(true);
    expect(prefixOf(key)).toBe(prefix);
    expect(isApiKeyShaped(key)).toBe(true);
  });

  it('is never made twice, and its prefix alone is far from the key', () => {
    const made = Array.from({ length: 1_000 }, () => makeApiKey('live'));
    expect(new Set(made.map(({ key }) => key)).size).toBe(1_000);
    expect(new Set(made.map(({ prefix }) => prefix)).size).toBe(1_000);
    for (const { key, prefix } of made) expect(key.length - prefix.length).toBeGreaterThan(38);
  });

  it('uses every character of its alphabet', () => {
    const random = Array.from({ length: 200 }, () => makeApiKey('live').key.slice(9, 49)).join('');
    expect(new Set(random).size).toBe(36);
  });

  it('is refused with any single character changed, so that a typo costs no query', () => {
    const { key } = makeApiKey('test');
    for (let at = 0; at < key.length; at += 1) {
      const other = key[at] === 'a' ? 'b' : 'a';
      expect(isApiKeyShaped(`${key.slice(0, at)}${other}${key.slice(at + 1)}`)).toBe(false);
    }
  });

  it.each([
    '',
    'ghk_live_',
    'ghk_prod_x',
    ` ${makeApiKey('live').key}`,
    `${makeApiKey('live').key}\n`,
  ])('is not %p', (text) => {
    expect(isApiKeyShaped(text)).toBe(false);
  });
});
