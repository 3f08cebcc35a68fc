import { describe, expect, it } from '@jest/globals';
import { isHeaderSafe, pasted } from './pasted.js';

describe('a pasted text', () => {
  it.each([
    '\n',
    '\r\n',
    '\t',
    ' ',
    '\u00A0',
    '\u200B',
    '\uFEFF',
    '\u2028',
    '\u200E',
    '\u2060',
    '\u00AD',
  ])('loses %j at either end and keeps it inside', (unseen) => {
    expect(pasted(`${unseen}${unseen}a${unseen}b${unseen}`)).toBe(`a${unseen}b`);
    expect(pasted(unseen)).toBe('');
  });

  it('reads each character once', () => {
    const blanks = ' '.repeat(200_000);
    expect(pasted(`a${blanks}b`)).toHaveLength(200_002);
    expect(pasted(blanks)).toBe('');
  });
});

describe('a header', () => {
  it.each(['token', 'eyJ.a-b_c~d+e/f==', '!'])('carries %j', (text) => {
    expect(isHeaderSafe(text)).toBe(true);
  });
  it.each(['', 'a b', 'a\n', 'a\u00A0b', 'it’s', '“a”', 'ä', 'a\u0000', 'a\u007F', '😀'])(
    'does not carry %j',
    (text) => expect(isHeaderSafe(text)).toBe(false),
  );
});
