import { describe, expect, it } from '@jest/globals';
import { readMedium } from './medium.js';
import { readNumber } from './numbers.js';
import { readScanCall, type ScanCall } from './scan-fields.js';
import type { ReadingSettings } from './shown-value.js';

const SETTINGS: ReadingSettings = { cardFormat: 'RAW', userIdIs: 'NOTHING' };
const CODE = '0049267681211943991';

const read = (call: ScanCall, fields: Record<string, string>, settings = SETTINGS) =>
  readScanCall(call, new Map(Object.entries(fields)), settings);

const shownIn = (call: ScanCall, fields: Record<string, string>, settings = SETTINGS) => {
  const reading = read(call, fields, settings);
  return reading.kind === 'value' ? reading.shown : reading.kind;
};

describe('D-8 a number', () => {
  it.each([
    ['1', '0000000000000000001', '1'],
    ['12345678901234567', '0012345678901234567', '12345678901234567'],
    ['000123', '0000000000000000123', '123'],
  ])('%s of 1 to 17 digits is a code first and then a card', (text, code, cardNumber) => {
    expect(readNumber(text, SETTINGS)).toEqual({ name: code, code, cardNumber });
  });

  it.each(['123456789012345678', '1234567890123456789', '000001234567890123456789'])(
    '%s of 18 or 19 digits is a code only',
    (text) => {
      const code = text.replace(/^0+/, '').padStart(19, '0');
      expect(readNumber(text, SETTINGS)).toEqual({ name: code, code });
    },
  );

  it('of 20 digits is a card only', () => {
    const number = '18446744073709551615';
    expect(readNumber(number, SETTINGS)).toEqual({
      name: number,
      cardNumber: number,
      countedAs: 'CODE',
    });
  });

  it('below zero is the same number without a sign', () => {
    expect(readNumber('-1', SETTINGS)).toEqual(readNumber('18446744073709551615', SETTINGS));
    expect(readNumber('-9223372036854775808', SETTINGS)?.code).toBe('9223372036854775808');
  });

  it.each(['0', '0000', '-0', '', 'abc', '12a', '1.5', '--1', '123456789012345678901'])(
    '%j is none that anybody shows',
    (text) => expect(readNumber(text, SETTINGS)?.code).toBeUndefined(),
  );

  it('names one value alike, however many zeros were lost', () => {
    const shown = { name: CODE, code: CODE, cardNumber: '49267681211943991' };
    expect(shownIn('card', { card_value: '49267681211943991' })).toEqual(shown);
    expect(shownIn('qrcode', { qrcode_value: CODE })).toEqual(shown);
    expect(
      shownIn('identified', { user_id: '0', card_value: '49267681211943991', qrcode_value: '' }),
    ).toEqual(shown);
    expect(shownIn('qrcode', { qrcode_value: `]Q1${CODE}\r\n` })).toEqual(shown);
  });
});

describe('D-9 a card number', () => {
  it.each([
    ['RAW', '528280977448', '528280977448'],
    ['WIEGAND_26', '528280977448', '8060968'],
    ['FACILITY_CODE', '528280977448', '12300040'],
    ['CODE_ONLY', '528280977448', '40'],
    ['WIEGAND_26', '1099511627776', '1099511627776'],
    ['WIEGAND_26', '65536', '65536'],
    ['FACILITY_CODE', '40', '40'],
    ['FACILITY_CODE', '528281077407', '12399999'],
    ['FACILITY_CODE', '528281077408', '528281077408'],
    ['CODE_ONLY', '40', '40'],
  ] as const)('is in %s for %s the number %s', (cardFormat, text, card) => {
    expect(readNumber(text, { cardFormat })?.cardNumber).toBe(card);
  });

  it('of zero is no card', () => {
    expect(readNumber('4294967296', { cardFormat: 'CODE_ONLY' })?.cardNumber).toBeUndefined();
  });

  it('of a tag is hexadecimal, its first byte first', () => {
    const shown = { name: '1229948109940352', cardNumber: '1229948109940352' };
    expect(shownIn('uhf-tag', { uhf_tag: '045EA19C2F6680' })).toEqual(shown);
    expect(shownIn('identified', { uhf_tag: ' 045ea19c2f6680' })).toEqual(shown);
    expect(shownIn('uhf-tag', { uhf_tag: 'tag 7' })).toEqual({ name: 'tag 7' });
  });
});

describe('the fields of a call', () => {
  it('are read in the order code, card, tag, user', () => {
    const all = { qrcode_value: '11', card_value: '22', uhf_tag: '33', user_id: '44' };
    const settings = { ...SETTINGS, userIdIs: 'CUSTOMER_ID' } as const;
    const cards = (['qrcode_value', 'card_value', 'uhf_tag'] as const).map((_, no, names) => {
      const missing = Object.fromEntries(names.slice(0, no).map((name) => [name, '']));
      return shownIn('identified', { ...all, ...missing }, settings);
    });
    expect(cards).toMatchObject([{ cardNumber: '11' }, { cardNumber: '22' }, { cardNumber: '51' }]);
    expect(shownIn('identified', { user_id: '44' }, settings)).toEqual({
      name: 'user 44',
      customerId: 44,
    });
  });

  it('of one kind of medium leave out the others', () => {
    expect(shownIn('card', { qrcode_value: CODE, user_id: '5' })).toEqual({ name: '' });
    expect(shownIn('qrcode', { card_value: '22' })).toEqual({ name: '' });
  });

  it('D-14 hold no person whom the device has recognised, unless it is set up so', () => {
    expect(shownIn('identified', { user_id: '44' })).toEqual({ name: 'user 44' });
    expect(shownIn('identified', { user_id: 'x', pin_value: '1' })).toEqual({ name: 'user x' });
    expect(shownIn('identified', { pin_value: '1234' })).toBe('not-served');
    expect(shownIn('identified', { pin_value: '0', user_id: '0' })).toEqual({ name: '' });
  });

  it('D-13 have a uuid of any form and of at most 64 characters', () => {
    const withUuid = (uuid: string) => read('card', { card_value: '5', uuid });
    expect(withUuid('ci-qr-1')).toMatchObject({ uuid: 'ci-qr-1' });
    expect(withUuid('x'.repeat(64))).toMatchObject({ uuid: 'x'.repeat(64) });
    expect(withUuid('x'.repeat(65))).toEqual({ kind: 'invalid' });
    expect(withUuid(' ')).not.toHaveProperty('uuid');
  });

  it.each([
    ['1651076864', 'bio'],
    ['1667330560', 'car'],
    ['16909060', undefined],
    ['0', undefined],
    ['-1', undefined],
    ['99999999999', undefined],
    ['x', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('name with %s the medium %s', (id, name) => expect(readMedium(id)).toBe(name));
});
