import type { ClientBase } from 'pg';
import type { Keyring } from '../crypto/keyring.js';
import { countBoxes, type BoxCount } from './box-counts.js';
import {
  readRunningReplicas,
  readStoredKeys,
  type RunningReplica,
  type StoredKey,
} from './stored-keys.js';

/** How many rows of a column stand under a key; null: under none that was ever seen. */
export interface KeyCount {
  readonly column: string;
  readonly keyId: string | null;
  readonly count: number;
}

/** Which keys there are, what they encrypt, and who runs with them. */
export interface KeyReport {
  /** As in `SECRETS_KEY`: the first one writes. */
  readonly ring: readonly string[];
  readonly counts: readonly KeyCount[];
  readonly stored: readonly StoredKey[];
  readonly replicas: readonly RunningReplica[];
}

export async function reportKeys(client: ClientBase, keyring: Keyring): Promise<KeyReport> {
  const stored = await readStoredKeys(client);
  const names = new Map<string, string>();
  for (const { id, boxIds } of stored) for (const boxId of boxIds) names.set(hex(boxId), id);
  for (const key of keyring.ring)
    for (const { name } of keyring.encryption) names.set(hex(key.boxId(name)), key.id);
  const counts = await countBoxes(client, keyring.encryption);
  return {
    ring: keyring.ring.map(({ id }) => id),
    counts: counts.map(({ column, boxId, count }: BoxCount) => ({
      column,
      keyId: names.get(hex(boxId)) ?? null,
      count,
    })),
    stored,
    replicas: await readRunningReplicas(client),
  };
}

const hex = (id: Buffer): string => id.toString('hex');

export const rowsUnder = ({ counts }: KeyReport, keyId: string | null): number =>
  counts.filter((one) => one.keyId === keyId).reduce((sum, { count }) => sum + count, 0);

/** Rows that the key that writes would not open by itself. */
export const rowsElsewhere = (report: KeyReport): number =>
  report.counts
    .filter(({ keyId }) => keyId !== report.ring[0])
    .reduce((sum, { count }) => sum + count, 0);

/** As the terminal shows it. */
export function linesOf(report: KeyReport): string[] {
  const others = [...new Set([...report.ring, ...report.counts.map(({ keyId }) => keyId)])];
  return others.flatMap((keyId) => [
    `${keyId ?? 'a key that was never seen here'} (${roleOf(report, keyId)}): ${rowsUnder(report, keyId)} rows`,
    ...report.counts
      .filter((one) => one.keyId === keyId)
      .map(({ column, count }) => `  ${column}: ${count}`),
  ]);
}

function roleOf({ ring, replicas }: KeyReport, keyId: string | null): string {
  const place = keyId === null ? -1 : ring.indexOf(keyId);
  const role = ['not in SECRETS_KEY', 'writes', 'reads'][Math.min(place, 1) + 1] ?? '';
  const having = replicas.filter(({ keyIds }) => keyIds.includes(keyId ?? '')).length;
  return `${role}; ${having} of ${replicas.length} running replicas have it`;
}
