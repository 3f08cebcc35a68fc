import { describe, expect, it } from '@jest/globals';
import { faultOfTarget, faultOfUrl, isPublicAddress } from './outgoing-target.js';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111'])('takes %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'not an address',
  ])('O-50 refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('a target', () => {
  it.each([
    'http://hooks.example.com/',
    'https://user:secret@hooks.example.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::ffff:7f00:1]/',
    'ftp://hooks.example.com/',
    '/relative',
  ])('O-50 is refused when public targets only are allowed: %s', (url) =>
    expect(faultOfUrl(url, 'public')).toEqual(expect.any(String)),
  );

  it('O-50 is refused by the address its name has', async () => {
    expect(await faultOfTarget('https://localhost/', 'public')).toContain('loopback');
    expect(await faultOfTarget('https://localhost/', 'any')).toBeUndefined();
  });

  it('may be http and private with OUTGOING_URLS=any, but never hold user info', () => {
    expect(faultOfUrl('http://127.0.0.1:3000/hook', 'any')).toBeUndefined();
    expect(faultOfUrl('http://me:secret@127.0.0.1/', 'any')).toBe('must not hold user info');
  });
});
