import type { ClientBase } from 'pg';
import { StartProblem } from '../config/start-problem.js';
import type { Keyring } from '../crypto/keyring.js';
import { countBoxes, summary, total } from './box-counts.js';
import { isHandedOver, longestMs } from './derived-keys.js';
import { databaseTime, deleteKey, leftOver, retireKey, type StoredKey } from './stored-keys.js';

/**
 * Retires keys that are no longer in `SECRETS_KEY`, or refuses to. Reads the tables once for each: a key that encrypts
 * nothing more is noted as retired.
 * @throws StartProblem when something would be lost
 */
export async function letGo(
  client: ClientBase,
  keyring: Keyring,
  stored: readonly StoredKey[],
): Promise<void> {
  for (const key of leftOver(stored, keyring.ring)) {
    if (key.retiredAt === null) await assertEncryptsNothing(client, keyring, key);
    const isOver = await outlived(client, keyring, key);
    if (!isOver && !isHandedOver(key, keyring)) throw new StartProblem(notHandedOver(key.id));
    if (isOver) await deleteKey(client, key.id);
    else if (key.retiredAt === null) await retireKey(client, key.id);
  }
}

async function assertEncryptsNothing(client: ClientBase, keyring: Keyring, key: StoredKey) {
  const counts = await countBoxes(client, keyring.encryption, key.boxIds);
  if (counts.length === 0) return;
  throw new StartProblem(
    `SECRETS_KEY lacks the key ${key.id}, which still encrypts ${total(counts)} rows (${summary(counts)}): put it back ` +
      'behind the first, run `gatehouse keys reseal`, and take it out when `gatehouse keys status` says 0.',
  );
}

/** Nothing that it signed or hashed can be presented any more. */
async function outlived(client: ClientBase, keyring: Keyring, { wroteAt }: StoredKey) {
  if (wroteAt === null) return true;
  const now = await databaseTime(client);
  return now.getTime() - wroteAt.getTime() > longestMs(keyring);
}

const notHandedOver = (id: string) =>
  `SECRETS_KEY lacks the key ${id}, whose tokens and links are still valid: start once with ` +
  'SECRETS_KEY=<new>,<old>, so that they stay valid without it.';
