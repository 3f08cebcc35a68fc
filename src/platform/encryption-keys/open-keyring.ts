import type { Settings } from '../config/settings.js';
import { Keyring, ringOf } from '../crypto/keyring.js';
import { withClient } from '../database/with-client.js';
import { derivedKeys } from './derived-keys.js';
import { assertRightKey } from './right-key.js';
import { databaseTime, leftOver, readStoredKeys } from './stored-keys.js';

/** The keys of `SECRETS_KEY`, and what is still needed of those that have left it. @throws StartProblem for a wrong key */
export async function openKeyring(settings: Settings): Promise<Keyring> {
  return withClient(settings.databaseUrl, async (client) => {
    const ring = ringOf(settings);
    const stored = await readStoredKeys(client);
    assertRightKey(ring, stored);
    const left = leftOver(stored, ring);
    if (left.length === 0) return new Keyring(settings);
    const now = await databaseTime(client);
    return new Keyring(settings, derivedKeys(left, settings.secretsKeys, now));
  });
}

/** For an operator who has lost the key: these keys are not checked against the database. */
export const unprovenKeyring = (settings: Settings): Keyring => new Keyring(settings);
