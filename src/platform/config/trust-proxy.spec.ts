import { describe, expect, it } from '@jest/globals';
import { readTrustProxy } from './trust-proxy.js';

describe('TRUST_PROXY', () => {
  it.each([
    ['0', 0],
    [' 2 ', 2],
    ['10.1.2.3', ['10.1.2.3']],
    ['10.0.0.0/8, fd00::/8,::1', ['10.0.0.0/8', 'fd00::/8', '::1']],
  ])('%p is %p', (text, read) => {
    expect(readTrustProxy(text)).toEqual(read);
  });

  it.each(['true', 'all', '*', '11', '-1', '1.5', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0/8'])(
    'refuses %p',
    (text) => {
      expect(readTrustProxy(text)).toBeUndefined();
    },
  );

  it.each([
    '10.0.0.0/8,',
    '10.0.0.0/8 10.1.0.0/16',
    'proxy.internal',
    '10.0.0.0/8/8',
    '[::1]',
    '::ffff:10.0.0.1',
  ])('refuses %p', (text) => {
    expect(readTrustProxy(text)).toBeUndefined();
  });
});
