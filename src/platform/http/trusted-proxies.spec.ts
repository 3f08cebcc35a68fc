import { describe, expect, it } from '@jest/globals';
import { TrustedProxies } from './trusted-proxies.js';

const PRIVATE = ['10.0.0.0/8', 'fd00::/8', '127.0.0.1'];
const behindOne = (entry: string) => new TrustedProxies(1).clientOf('10.0.0.1', entry);

describe('without TRUST_PROXY', () => {
  it('the client is the peer of the connection, whatever the header contains', () => {
    const nobody = new TrustedProxies(0);
    expect(nobody.clientOf('10.0.0.1', '203.0.113.7')).toBe('10.0.0.1');
    expect(nobody.clientOf('::ffff:10.0.0.1', undefined)).toBe('10.0.0.1');
    expect(nobody.clientOf('', '203.0.113.7')).toBe('unknown');
  });
});

describe('with a number of hops', () => {
  it('so many entries are believed, counted from us', () => {
    const chain = '198.51.100.66, 203.0.113.7, 10.0.0.2';
    expect(new TrustedProxies(1).clientOf('10.0.0.1', chain)).toBe('10.0.0.2');
    expect(new TrustedProxies(2).clientOf('10.0.0.1', chain)).toBe('203.0.113.7');
    expect(new TrustedProxies(9).clientOf('10.0.0.1', chain)).toBe('198.51.100.66');
  });
});

describe('with networks', () => {
  const proxies = new TrustedProxies(PRIVATE);

  it('what a stranger invents in front of it is not believed', () => {
    expect(proxies.clientOf('10.0.0.1', '198.51.100.66, 203.0.113.7, 10.9.9.9')).toBe(
      '203.0.113.7',
    );
    expect(proxies.clientOf('203.0.113.9', '198.51.100.66')).toBe('203.0.113.9');
    expect(proxies.clientOf('172.16.0.1', '198.51.100.66')).toBe('172.16.0.1');
  });

  it('a proxy is known in every spelling of its address', () => {
    for (const peer of [
      '::ffff:10.0.0.1',
      '::ffff:a00:1',
      'fd00::1%eth0',
      'FD00:0::1',
      '127.0.0.1',
    ])
      expect(proxies.clientOf(peer, '203.0.113.7')).toBe('203.0.113.7');
  });
});

describe('an entry', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['"203.0.113.7"', '203.0.113.7'],
    ['"203.0.113.7:51234"', '203.0.113.7'],
    ['  203.0.113.7  ', '203.0.113.7'],
    ['2001:DB8::7', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['"[2001:db8::7]:443"', '2001:db8::7'],
    ['2001:db8:0:0:0:0:0:7:51234', '2001:db8::7'],
    ['fe80::7%eth0', 'fe80::7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:443', '203.0.113.7'],
  ])('%p is read as %s', (entry, client) => {
    expect(behindOne(entry)).toBe(client);
  });

  it.each([
    '',
    'unknown',
    '_hidden',
    '203.0.113',
    '203.0.113.7:port',
    '[::1',
    '"',
    'for=203.0.113.7',
  ])('that names no address leaves the proxy that wrote it: %p', (entry) => {
    expect(behindOne(entry)).toBe('10.0.0.1');
  });
});
