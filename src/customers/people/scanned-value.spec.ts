import { describe, expect, it } from '@jest/globals';
import { performance } from 'node:perf_hooks';
import { scannedValue } from './scanned-value.js';

const CODE = '0049267681211943991';

describe('a scanned value', () => {
  it.each([
    ['a line end and blanks', `\t ${CODE}\r\n`],
    ['STX and ETX', `\u0002${CODE}\u0003`],
    ['GS, RS and EOT', `\u001d${CODE}\u001e\u0004`],
    ['NUL and DEL', `\0${CODE}\u007f`],
    ['a byte order mark and a hard blank', `\uFEFF${CODE}\u00a0`],
    ['the AIM prefix of a QR code', `]Q1${CODE}`],
    ['the AIM prefix of a GS1 code and its FNC1', `\u0002]C1\u001d${CODE}\u0003`],
    ['the AIM prefix of a Data Matrix', `]d2${CODE}`],
    ['the AIM prefix with a letter at its end', `]QA${CODE}`],
    ['full-width digits', [...CODE].map((digit) => String.fromCharCode(65_296 + +digit)).join('')],
    ['a full-width prefix', `］Ｑ１${CODE}\u3000`],
    ['a French keyboard', "àà'çé-è-_&é&&ç'\"çç&\r"],
    ['a French keyboard of a Mac', "àà'çé§è§!&é&&ç'\"çç&"],
    ['a French keyboard in parts', "àà'çé-è-_&é&&ç'\"çç&".normalize('NFD')],
    ['a prefix on a French keyboard', "$Q&àà'çé-è-_&é&&ç'\"çç&"],
  ])('is the same with %s', (_, text) => {
    expect(scannedValue(text)).toBe(CODE);
  });

  it.each([
    'abc',
    '-12',
    '1-2',
    '-',
    '$5',
    ']',
    ']Q',
    '12 34',
    '045ea19c2f6680',
    '²³',
    '٣٤٥٦',
    'ç&x',
    '',
  ])('is left as it is when it is none of these: %j', (text) => {
    expect(scannedValue(text)).toBe(text);
  });

  it('takes no longer for hostile text than for any other', () => {
    const started = performance.now();
    scannedValue(`x${' '.repeat(60_000)}x`);
    scannedValue(`]Q1${'&'.repeat(60_000)}x`);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
