import type { ClientBase } from 'pg';
import type { EncryptionPurpose } from '../crypto/purposes.js';

/** A key that stands, or stood, in `SECRETS_KEY`. */
export interface StoredKey {
  readonly id: string;
  readonly canary: Buffer;
  readonly boxIds: readonly Buffer[];
  readonly derived: Buffer | null;
  readonly wroteAt: Date | null;
  readonly retiredAt: Date | null;
}

/** What outlives a key, encrypted under the key that writes now. */
export const DERIVED_KEYS: EncryptionPurpose = {
  name: 'derived-keys',
  columns: [{ table: 'encryption_keys', column: 'derived', context: 'key_id' }],
};

/** False before the migration that makes the tables. */
export async function knowsKeys(client: ClientBase): Promise<boolean> {
  const text = `select to_regclass('encryption_keys') is not null as known`;
  return (await client.query<{ known: boolean }>(text)).rows[0]?.known ?? false;
}

const READ = `select key_id as id, canary, box_ids as "boxIds", derived, wrote_at as "wroteAt", retired_at as "retiredAt"
  from encryption_keys order by first_seen_at, key_id`;

/** None of a database of an older version, or an empty one. */
export async function readStoredKeys(client: ClientBase): Promise<StoredKey[]> {
  if (!(await knowsKeys(client))) return [];
  return (await client.query<StoredKey>(READ)).rows;
}

const SAVE = `insert into encryption_keys as known (key_id, canary, box_ids, derived, wrote_at)
  values ($1, $2, $3, $4, case when $5 then clock_timestamp() end)
  on conflict (key_id) do update set box_ids = excluded.box_ids, derived = excluded.derived,
    wrote_at = coalesce(excluded.wrote_at, known.wrote_at), retired_at = null`;

export interface KeyToSave {
  readonly id: string;
  readonly canary: Buffer;
  readonly boxIds: readonly Buffer[];
  readonly derived: Buffer | null;
  readonly writes: boolean;
}

/** The canary of a known key stays as it is. */
export async function saveKey(client: ClientBase, key: KeyToSave): Promise<void> {
  await client.query(SAVE, [key.id, key.canary, key.boxIds, key.derived, key.writes]);
}

export async function retireKey(client: ClientBase, id: string): Promise<void> {
  const text = 'update encryption_keys set retired_at = clock_timestamp() where key_id = $1';
  await client.query(text, [id]);
}

export async function deleteKey(client: ClientBase, id: string): Promise<void> {
  await client.query('delete from encryption_keys where key_id = $1', [id]);
}

/** Another replica that runs now, with its keys; the one that writes first. */
export interface RunningReplica {
  readonly id: string;
  readonly keyIds: readonly string[];
  readonly seenAt: Date;
}

export const COUNTS_FOR = '30 seconds';

export async function readRunningReplicas(client: ClientBase): Promise<RunningReplica[]> {
  const text = `select id, key_ids as "keyIds", seen_at as "seenAt" from running_replicas
    where seen_at > clock_timestamp() - interval '${COUNTS_FOR}'`;
  return (await client.query<RunningReplica>(text)).rows;
}

/** Its id, its keys, and whether it does background work. */
export type ReplicaRow = [id: string, keyIds: string[], doesBackgroundWork: boolean];

export async function saveReplica(client: ClientBase, row: ReplicaRow): Promise<void> {
  const text =
    'insert into running_replicas (id, key_ids, does_background_work) values ($1, $2, $3)';
  await client.query(text, row);
}

// The doctor comes before the migration of the column, too.
const COUNT = `select count(*)::int as all,
    count(*) filter (where coalesce((to_jsonb(r) ->> 'does_background_work')::boolean, true))::int as working
  from running_replicas r where seen_at > clock_timestamp() - interval '${COUNTS_FOR}'`;
/** How many processes run now, and how many of them do background work; for commands beside them. */
export async function runningProcesses(
  client: ClientBase,
): Promise<{ all: number; working: number }> {
  const nobody = { all: 0, working: 0 };
  if (!(await knowsKeys(client))) return nobody;
  return (await client.query<{ all: number; working: number }>(COUNT)).rows[0] ?? nobody;
}

/** Keys that were in `SECRETS_KEY` once and are not now. */
export const leftOver = (
  stored: readonly StoredKey[],
  ring: readonly { readonly id: string }[],
): StoredKey[] => stored.filter(({ id }) => !ring.some((key) => key.id === id));

export async function databaseTime(client: ClientBase): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  return rows[0]?.now ?? new Date();
}
