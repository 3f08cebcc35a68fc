import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { signBody, verifySignature } from './signature.js';

const secret = 'a-secret-of-the-partner';
const body = Buffer.from('{"event_type":"checkin"}');
const signature = signBody(secret, body);

describe('the signature of a webhook', () => {
  it('W-26 signs with HMAC-SHA1 as 40 upper-case hex digits, the published test vector included', () => {
    const vector = signBody('key', 'The quick brown fox jumps over the lazy dog');
    expect(vector).toBe('DE7C9B85B8B78AA6BC8A7A36F70A90701C9DB4D9');
  });

  it.each([
    signature,
    signature.toLowerCase(),
    `0X${signature}`,
    `0x${signature}`,
    `0x${signature.toLowerCase()}`,
  ])('W-26 verifies %s', (header) => {
    expect(verifySignature(header, body, [secret])).toBe(0);
  });

  it.each<[string, string | string[] | undefined]>([
    ['a wrong secret', signBody('another-secret-here', body)],
    ['39 hex digits', signature.slice(0, 39)],
    ['42 hex digits', `${signature}AB`],
    ['non-hex', `${signature.slice(0, 39)}G`],
    ['base64', createHmac('sha1', secret).update(body).digest('base64')],
    ['SHA-256', createHmac('sha256', secret).update(body).digest('hex')],
    ['a trailing line break', `${signature}\n`],
    ['a leading blank', ` ${signature}`],
    ['a missing header', undefined],
    ['an empty header', ''],
    ['a doubled header', [signature, signature]],
    ['a doubled header, joined', `${signature}, ${signature}`],
    ['two prefixes', `0x0x${signature}`],
  ])('W-27 refuses %s without an exception', (_what, header) => {
    expect(verifySignature(header, body, [secret])).toBeUndefined();
  });

  it('W-27 refuses a body with one changed byte', () => {
    const changed = Buffer.from(body);
    changed[3] = 0x20;
    expect(verifySignature(signature, changed, [secret])).toBeUndefined();
  });

  it('W-28 signs the bytes: other spacing and an escaped letter have signatures of their own', () => {
    const spellings = ['{"n":"São"}', '{ "n": "São" }', '{"n":"S\\u00e3o"}'].map((text) =>
      Buffer.from(text),
    );
    const signatures = spellings.map((spelling) => signBody(secret, spelling));
    const verified = signatures.map((header) =>
      spellings.map((spelling) => verifySignature(header, spelling, [secret])),
    );
    expect(verified).toEqual([
      [0, undefined, undefined],
      [undefined, 0, undefined],
      [undefined, undefined, 0],
    ]);
  });

  it('W-29 refuses everything without a secret, also an empty body signed with an empty key', () => {
    const empty = Buffer.alloc(0);
    expect(verifySignature(signBody('', empty), empty, [''])).toBeUndefined();
    expect(verifySignature(signBody('', empty), empty, [])).toBeUndefined();
    expect(verifySignature(signature, body, ['', secret])).toBe(1);
  });

  it('W-30 returns which secret matched, the first of equal ones', () => {
    expect(verifySignature(signature, body, ['gym-current', 'gym-previous', secret])).toBe(2);
    expect(verifySignature(signature, body, [secret, secret])).toBe(0);
    expect(verifySignature(signature, body, ['gym-current', 'gym-previous'])).toBeUndefined();
  });
});
