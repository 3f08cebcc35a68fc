import { afterAll, describe, expect, it } from '@jest/globals';
import { parseOptions } from '@node-rs/argon2';
import { Settings } from '../../platform/config/settings.js';
import { DECOY, Passwords } from './passwords.js';

const passwords = new Passwords(Settings.of({ processes: 1 } as Parameters<typeof Settings.of>[0]));
const CLIENT = { partnerId: 'p', source: '203.0.113.0/24' };

afterAll(() => passwords.onApplicationShutdown());

describe('passwords', () => {
  it('are stored as argon2id with the recommended cost, each with its own salt', async () => {
    const [one, two] = await Promise.all([
      passwords.hash('secret one', CLIENT),
      passwords.hash('secret one', CLIENT),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('are compared exactly after NFC', async () => {
    const hash = await passwords.hash('cafe\u0301 com leite', CLIENT);
    expect(await passwords.verify(hash, 'caf\u00e9 com leite', CLIENT)).toBe(true);
    expect(await passwords.verify(hash, 'Caf\u00e9 com leite', CLIENT)).toBe(false);
    expect(await passwords.verify(hash, 'caf\u00e9 com leite ', CLIENT)).toBe(false);
  });

  it('are never right without a stored hash', async () => {
    expect(await passwords.verify(null, 'anything at all', CLIENT)).toBe(false);
    expect(await passwords.verify(null, '', CLIENT)).toBe(false);
  });

  it('U-10 cost an unknown name what they cost a known one', async () => {
    expect(parseOptions(DECOY)).toEqual(parseOptions(await passwords.hash('secret one', CLIENT)));
  });
});
