import { afterAll, describe, expect, it } from '@jest/globals';
import { parseOptions } from '@node-rs/argon2';
import { testSettings } from '../../test/support/settings.js';
import { DECOY, Passwords } from './passwords.js';

const passwords = new Passwords(testSettings('postgres://nowhere/none'));
const LANE = { partnerId: 'p', source: '203.0.113.0/24' };
const EMAIL = 'Ana.Souza@example.com';

afterAll(() => passwords.onApplicationShutdown());

describe('passwords', () => {
  it.each([
    ['correct horse battery', undefined],
    ['🐎🔋🐴📎🐎🔋🐴📎', undefined],
    ['x'.repeat(50) + 'y'.repeat(78), undefined],
    ['short77', 'too-short'],
    // Seven characters of two code units each, and eight that NFC makes seven.
    ['🐎🔋🐴📎🐎🔋🐴', 'too-short'],
    ['cafe\u0301 um', 'too-short'],
    ['z'.repeat(129), 'too-long'],
    ['ana.souza@EXAMPLE.com', 'is-email'],
    ['password1', 'too-common'],
    ['PassWord1', 'too-common'],
    ['iloveyou', 'too-common'],
  ])('judge %s as %s', (password, fault) => {
    expect(passwords.fault(password, EMAIL)).toBe(fault);
  });

  it('say in words what is wrong, and nothing about a good one', () => {
    expect(passwords.check('short', EMAIL)).toBe('must have at least 8 characters');
    expect(passwords.check('correct horse battery', EMAIL)).toBeUndefined();
  });

  it('are stored as argon2id with the recommended cost, each with its own salt', async () => {
    const [one, two] = await Promise.all([
      passwords.hash('secret one', LANE),
      passwords.hash('secret one', LANE),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('are compared exactly after NFC', async () => {
    const hash = await passwords.hash('cafe\u0301 com leite', LANE);
    expect(await passwords.verify(hash, 'caf\u00e9 com leite', LANE)).toBe(true);
    expect(await passwords.verify(hash, 'Caf\u00e9 com leite', LANE)).toBe(false);
    expect(await passwords.verify(hash, 'caf\u00e9 com leite ', LANE)).toBe(false);
  });

  it('are never right without a stored hash', async () => {
    expect(await passwords.verify(null, 'anything at all', LANE)).toBe(false);
    expect(await passwords.verify(null, '', LANE)).toBe(false);
  });

  it('U-10 cost an unknown name what they cost a known one', async () => {
    expect(parseOptions(DECOY)).toEqual(parseOptions(await passwords.hash('secret one', LANE)));
  });
});
