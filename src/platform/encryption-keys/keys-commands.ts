import type { Client, ClientBase } from 'pg';
import type { Settings } from '../config/settings.js';
import { StartProblem } from '../config/start-problem.js';
import type { Keyring } from '../crypto/keyring.js';
import { inLockedTransaction, withClient } from '../database/with-client.js';
import { countBoxes, summary, total } from './box-counts.js';
import { KEYS_LOCK } from './encryption-keys.js';
import { linesOf, reportKeys, rowsElsewhere, rowsUnder, type KeyReport } from './key-report.js';
import { reseal, type Report } from './reseal.js';
import { assertUnderstood } from './right-key.js';
import { saveRing } from './save-ring.js';
import {
  deleteKey,
  knowsKeys,
  readRunningReplicas,
  readStoredKeys,
  type StoredKey,
} from './stored-keys.js';

export interface KeysCommand {
  readonly settings: Settings;
  readonly keyring: Keyring;
  readonly tell: Report;
}

function withKeys<T>(settings: Settings, work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(settings.databaseUrl, async (client) => {
    if (await knowsKeys(client)) return work(client);
    throw new StartProblem(
      'The database is of an older version: start the service or run gatehouse migrate first.',
    );
  });
}

/** Reports how many rows are encrypted under which key. @returns how many are not under the first key */
export async function keysStatus({ settings, keyring, tell }: KeysCommand): Promise<number> {
  return withKeys(settings, (client) => status(client, keyring, tell));
}

async function status(client: ClientBase, keyring: Keyring, tell: Report): Promise<number> {
  const report = await reportKeys(client, keyring);
  linesOf(report).forEach(tell);
  report.ring.slice(1).forEach((id) => tell(advice(report, id)));
  return rowsElsewhere(report);
}

function advice(report: KeyReport, id: string): string {
  const [writer] = report.ring;
  const rows = rowsUnder(report, id);
  const others = report.replicas.filter(({ keyIds }) => keyIds[0] !== writer).length;
  if (others > 0)
    return `${others} running replicas still write with another key than ${writer}: start them with this SECRETS_KEY.`;
  if (rows > 0) return `${rows} rows under ${id}: run gatehouse keys reseal.`;
  return `0 rows under ${id}: take it out of SECRETS_KEY. Links and tokens that it made stay valid to their end.`;
}

/** Encrypts everything under the first key. @returns how many rows are not under it afterwards */
export async function resealAll({ settings, keyring, tell }: KeysCommand): Promise<number> {
  return withKeys(settings, async (client) => {
    await inLockedTransaction(client, KEYS_LOCK, async () => {
      assertUnderstood(keyring.ring, await readRunningReplicas(client));
      await saveRing(client, keyring);
    });
    tell(`${await reseal(client, keyring, tell)} rows encrypted again`);
    return status(client, keyring, tell);
  });
}

/** For a key that is lost: what it encrypts stays unreadable, and no start requires it any more. */
export async function forgetKey(
  { settings, keyring, tell }: KeysCommand,
  id: string,
): Promise<void> {
  await withKeys(settings, (client) =>
    inLockedTransaction(client, KEYS_LOCK, async () => {
      const stored = await readStoredKeys(client);
      const known = stored.find((key) => key.id === id);
      if (!known) throw new StartProblem(`No key ${id} was ever used with this database.`);
      const replicas = await readRunningReplicas(client);
      if (
        keyring.ring.some((key) => key.id === id) ||
        replicas.some(({ keyIds }) => keyIds.includes(id))
      )
        throw new StartProblem(
          `The key ${id} is in use: take it out of SECRETS_KEY everywhere first.`,
        );
      const counts = await countBoxes(client, keyring.encryption, known.boxIds);
      await deleteKey(client, id);
      for (const older of onlyKnownTo(known, stored)) await deleteKey(client, older.id);
      await saveRing(client, keyring);
      tell(`The key ${id} is forgotten. Links, tokens and codes that it made are no longer valid.`);
      if (total(counts) > 0)
        tell(
          `${total(counts)} rows stay unreadable (${summary(counts)}): set those tokens and secrets again.`,
        );
    }),
  );
}

/** Keys that had left before: what is still needed of them is encrypted under the one that is lost. */
const onlyKnownTo = (lost: StoredKey, stored: readonly StoredKey[]): StoredKey[] =>
  stored.filter(
    ({ id, retiredAt, derived }) =>
      id !== lost.id &&
      retiredAt !== null &&
      derived !== null &&
      lost.boxIds.some((boxId) => boxId.equals(derived.subarray(0, boxId.length))),
  );
