import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { emailAddress } from './email-address.js';

describe('emailAddress', () => {
  it('trims, keeps the case for mail and lowers it for comparing', () => {
    expect(emailAddress('  Ana.Prado+Gym@Example.COM ')).toEqual({
      email: 'Ana.Prado+Gym@Example.COM',
      key: 'ana.prado+gym@example.com',
    });
  });

  it('derives one key from both spellings of an accent', () => {
    expect(emailAddress('josé@x.pt')?.key).toBe(emailAddress('JOSE\u0301@x.pt')?.key);
  });

  it.each([
    ['ana@münchen.de', 'ana@xn--mnchen-3ya.de'],
    ['Ana@MÜNCHEN.de', 'ana@XN--MNCHEN-3YA.DE'],
    ['ana@mu\u0308nchen.de', 'ana@münchen.de'],
    ['ana@straße.example', 'ana@xn--strae-oqa.example'],
    ['ana@почта.рф', 'ana@xn--80a1acny.xn--p1ai'],
  ])('U-13 derives one key from %s and %s, and keeps what was typed', (one, other) => {
    expect(emailAddress(one)?.key).toBe(emailAddress(other)?.key);
    expect(emailAddress(one)?.email).toBe(one.normalize('NFC'));
  });

  it('leaves an ASCII domain as it is', () => {
    expect(emailAddress('ana@1.2')?.key).toBe('ana@1.2');
  });

  it('accepts 254 characters and not one more', () => {
    expect(emailAddress(`${'a'.repeat(250)}@b.c`)).toBeDefined();
    expect(emailAddress(`${'a'.repeat(251)}@b.c`)).toBeUndefined();
  });

  it.each([
    [undefined],
    [7],
    [''],
    ['ana'],
    ['@x.pt'],
    ['ana@'],
    ['a@b@c'],
    ['ana prado@x.pt'],
    ['ana\u0000@x.pt'],
    ['ana@x.pt\nBcc: b'],
    ['ana\u200b@x.pt'],
    ['ana,bob@x.pt'],
    ['Ana <ana@x.pt>'],
    ['\ud800@x.pt'],
    ['ana@.com'],
    ['ana@x..com'],
    ['ana@x.com.'],
    ['ana@-x.com'],
    ['ana@x-.com'],
    ['ana@x_y.com'],
    ['a..b@x.com'],
    ['.ana@x.com'],
    ['ana.@x.com'],
  ])('refuses %j', (text) => {
    expect(emailAddress(text)).toBeUndefined();
  });

  it('finds in its own answer the same address', () => {
    fc.assert(
      fc.property(fc.tuple(fc.string({ unit: 'grapheme' }), fc.emailAddress()), ([odd, plain]) => {
        const found = emailAddress(`${odd}${plain}`);
        if (!found) return;
        expect(emailAddress(found.email)).toEqual(found);
        expect(emailAddress(found.key)?.key).toBe(found.key);
      }),
      { seed: 1 },
    );
  });
});
