import type { ClientBase } from 'pg';
import type { Keyring } from '../crypto/keyring.js';
import { packDerived } from './derived-keys.js';
import { saveKey } from './stored-keys.js';

/** From now on the keys of `SECRETS_KEY` are known: by their canaries, and by what is left when one of them goes. */
export async function saveRing(client: ClientBase, keyring: Keyring): Promise<void> {
  for (const [no, key] of keyring.ring.entries())
    await saveKey(client, {
      id: key.id,
      canary: key.makeCanary(),
      boxIds: keyring.encryption.map(({ name }) => key.boxId(name)),
      derived: no === 0 ? null : packDerived(key, keyring),
      writes: no === 0,
    });
}
