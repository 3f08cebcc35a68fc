import type { ClientBase } from 'pg';
import { StartProblem } from '../config/start-problem.js';
import { DecryptionError, type SecretBox } from '../crypto/secret-box.js';
import type { Keyring } from '../crypto/keyring.js';
import type { EncryptedColumn } from '../crypto/purposes.js';

interface Sample {
  readonly box: Buffer;
  readonly context: string;
}

const ENOUGH = 20;
const SIZE = `select pg_relation_size($1::regclass) + coalesce(sum(pg_relation_size(relid)), 0)::float8 as size
  from pg_partition_tree($1::regclass)`;

/**
 * For a database of a version that kept no canary: before one is made, the keys must decrypt a stored value. Reads
 * small tables first, and no further than the first that decides. @throws StartProblem when there are values, and none
 * decrypts
 */
export async function assertOpensSomething(client: ClientBase, keyring: Keyring): Promise<void> {
  let closed: string | undefined;
  for (const { column, box } of await bySize(client, keyring)) {
    const samples = await sample(client, column);
    if (samples.some(({ box: sealed, context }) => opens(box, sealed, context))) return;
    if (samples.length > 0) closed ??= `${column.table}.${column.column}`;
  }
  if (closed === undefined) return;
  const ids = keyring.ring.map(({ id }) => id).join(', ');
  throw new StartProblem(
    `SECRETS_KEY is the wrong key for this database: ${ids} opens nothing that is stored (${closed} was tried); ` +
      'set SECRETS_KEY to the key with which it ran until now.',
  );
}

async function bySize(client: ClientBase, keyring: Keyring) {
  const sized: { column: EncryptedColumn; box: SecretBox; size: number }[] = [];
  for (const purpose of keyring.encryption)
    for (const column of purpose.columns) {
      const { rows } = await client.query<{ size: number }>(SIZE, [column.table]);
      sized.push({ column, box: keyring.box(purpose), size: rows[0]?.size ?? 0 });
    }
  return sized.sort((a, b) => a.size - b.size);
}

async function sample(
  client: ClientBase,
  { table, column, context = `''` }: EncryptedColumn,
): Promise<Sample[]> {
  const text = `select ${column} as box, ${context} as context from ${table} where ${column} is not null limit ${ENOUGH}`;
  return (await client.query<Sample>(text)).rows;
}

function opens(box: SecretBox, sealed: Buffer, context: string): boolean {
  try {
    box.open(sealed, context);
    return true;
  } catch (error) {
    if (error instanceof DecryptionError) return false;
    throw error;
  }
}
