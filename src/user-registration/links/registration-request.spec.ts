import { describe, expect, it } from '@jest/globals';
import { RawBody } from '../../platform/http/body-parsers.js';
import { readRegistration } from './registration-request.js';

const GPW = 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679';
const read = (fields: object, multiOffer = false) =>
  readRegistration(
    new RawBody(Buffer.from(JSON.stringify({ gympass_user_id: GPW, ...fields })), 'json'),
    multiOffer,
  );

describe('readRegistration', () => {
  it('takes nothing but the gpw id as a whole registration', () => {
    expect(read({})).toEqual({
      gpwId: GPW,
      origin: null,
      userStatus: null,
      knownStatus: true,
      countryCode: null,
      prefill: {},
    });
  });

  it.each([undefined, null, '', '  ', 7, {}, ['gpw-1']])('W-6 refuses %p as gpw id', (value) => {
    expect(() => read({ gympass_user_id: value })).toThrow("Missing 'gympass_user_id'");
  });

  it.each(['0012345678905', 'GPW-1', 'gpw-', ` ${GPW}`, `gpw-${'a'.repeat(97)}`, 'gpw-a\u0000b'])(
    'W-7 refuses %p as gpw id',
    (value) => expect(() => read({ gympass_user_id: value })).toThrow("must be 'gpw-'"),
  );

  it.each(['gpw-1', 'gpw-xyz-ZZ', `gpw-${'a'.repeat(96)}`])('W-7 accepts %s', (value) => {
    expect(read({ gympass_user_id: value }).gpwId).toBe(value);
  });

  it.each([
    ['not json', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"gpw-1"'],
    ['nothing', ''],
  ])('W-8 refuses %s as invalid JSON', (_, text) => {
    const body = new RawBody(Buffer.from(text), 'json');
    expect(() => readRegistration(body, false)).toThrow(
      expect.objectContaining({ spec: expect.objectContaining({ code: 'request.invalid-json' }) }),
    );
  });

  it('W-8 refuses another media type before it reads anything', () => {
    const body = new RawBody(Buffer.from('{'), 'other');
    expect(() => readRegistration(body, false)).toThrow('The body must be application/json');
  });

  it('W-15 drops a malformed e-mail and names that cannot be kept', () => {
    const long = 'a'.repeat(101);
    expect(read({ email: 'no', first_name: long, last_name: 'a\u0007' }).prefill).toEqual({});
    expect(read({ email: `${'a'.repeat(250)}@x.com`, first_name: '\ud800' }).prefill).toEqual({});
    expect(read({ email: 5, first_name: {}, last_name: ' ' }).prefill).toEqual({});
    const good = { email: 'Ana@Example.com', first_name: ' Ana ', last_name: 'Prado' };
    expect(read(good).prefill).toEqual({
      email: 'Ana@Example.com',
      firstName: 'Ana',
      lastName: 'Prado',
    });
  });

  it.each([
    ['1', '1', true],
    [2, '2', true],
    ['premium', 'premium', false],
    ['\ud800', null, false],
    ['x'.repeat(101), null, false],
    [undefined, null, true],
  ])('W-16 reads the status %p as %p', (given, userStatus, knownStatus) => {
    expect(read({ user_status: given })).toMatchObject({ userStatus, knownStatus });
  });

  it.each([undefined, null, '', ' ', {}])(
    'W-16 misses the status when it is %p and the partner has several offers',
    (given) => {
      expect(() => read({ user_status: given }, true)).toThrow("Missing 'user_status'");
      expect(read({ user_status: given }).userStatus).toBeNull();
    },
  );

  it.each([
    ['ios', 'ios'],
    ['fridge', 'unknown'],
    [7, 'unknown'],
    [undefined, null],
    [null, null],
  ])('W-17 reads the origin %p as %p', (given, origin) => {
    expect(read({ origin: given }).origin).toBe(origin);
  });

  it.each([
    ['GB', 'GB'],
    ['gb', 'GB'],
    ['United Kingdom', null],
    [44, null],
    [undefined, null],
  ])('W-17 reads the country %p as %p', (given, countryCode) => {
    expect(read({ country_code: given }).countryCode).toBe(countryCode);
  });
});
