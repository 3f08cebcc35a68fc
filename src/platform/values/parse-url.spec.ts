import { describe, expect, it } from '@jest/globals';
import { parseUrl } from './parse-url.js';

describe('an address', () => {
  it('with a letter beyond ASCII is parsed also after many others', () => {
    for (let no = 0; no < 100_000; no += 1) parseUrl(`https://x.com/${no % 7}`);
    expect(parseUrl('https://münchen.de/join')?.hostname).toBe('xn--mnchen-3ya.de');
    expect(parseUrl('nothing')).toBeUndefined();
  });
});
