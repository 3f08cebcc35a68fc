import { describe, expect, it } from '@jest/globals';
import { decodeTable } from './table-text.js';

const TEXT = 'Usuário;Data\r\n12;03/10/2026\r\n';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('the text of a report', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 LE with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 LE without', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 BE with its mark', utf16be(`\uFEFF${TEXT}`)],
    ['UTF-16 BE without', utf16be(TEXT)],
    ['the Latin of Windows', Buffer.from(TEXT, 'latin1')],
  ])('is read from %s', (_, bytes) => expect(decodeTable(bytes).text).toBe(TEXT));

  it('may be empty, or end in the middle of a character', () => {
    expect(decodeTable(Buffer.alloc(0)).text).toBe('');
    expect(decodeTable(Buffer.from(`\uFEFFa;b`, 'utf16le').subarray(0, 7)).text).toMatch(/^a;/);
  });
});
