import type { ClientBase } from 'pg';
import type { Keyring } from '../crypto/keyring.js';
import type { EncryptedColumn } from '../crypto/purposes.js';
import { BOX_ID_BYTES, DecryptionError, type SecretBox } from '../crypto/secret-box.js';
import { qualifiedName } from './box-counts.js';

/** One line of progress. */
export type Report = (line: string) => void;

interface Sealed {
  readonly at: string;
  readonly box: Buffer;
  readonly context: string;
}

/** 128 kB of a table, and the toasted values of its rows: few enough that other statements are not delayed. */
const BLOCKS_AT_ONCE = 16;
const PROGRESS_EVERY_MS = 1_000;
const DEADLOCK = '40P01';
/** A row that another transaction changed meanwhile is left for the next pass. */
const MOST_PASSES = 5;

const LEAVES = `select coalesce(t.relid, c.oid)::regclass::text as leaf,
    ceil(pg_relation_size(coalesce(t.relid, c.oid)) / current_setting('block_size')::float8)::int as blocks
  from pg_class c left join lateral pg_partition_tree(c.oid) t on t.isleaf
  where c.oid = $1::regclass and (t.relid is not null or c.relkind = 'r')`;

/**
 * Encrypts rows under the first key that stand under another one, while replicas serve. May be stopped at any time:
 * finished rows stay, and are not encrypted twice. @returns how many it encrypted
 */
export async function reseal(client: ClientBase, keyring: Keyring, tell: Report): Promise<number> {
  let done = 0;
  for (const purpose of keyring.encryption)
    for (const column of purpose.columns)
      done += await resealColumn(client, { column, box: keyring.box(purpose) }, tell);
  return done;
}

interface ResealTarget {
  readonly column: EncryptedColumn;
  readonly box: SecretBox;
}

async function resealColumn(
  client: ClientBase,
  target: ResealTarget,
  tell: Report,
): Promise<number> {
  const name = qualifiedName(target.column);
  let done = 0;
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const { fresh, missed, closed } = await onePass(client, target, (share, fresh) =>
      tell(`${name}: ${share} % read, ${done + fresh} encrypted again`),
    );
    done += fresh;
    if (missed > 0 && pass < MOST_PASSES) continue;
    if (closed > 0) tell(`${name}: ${closed} do not decrypt; set them again`);
    break;
  }
  if (done > 0) tell(`${name}: ${done} encrypted again`);
  return done;
}

async function onePass(
  client: ClientBase,
  { column, box }: ResealTarget,
  progress: (share: number, fresh: number) => void,
) {
  const { rows: leaves } = await client.query<{ leaf: string; blocks: number }>(LEAVES, [
    column.table,
  ]);
  const all = leaves.reduce((sum, { blocks }) => sum + blocks, 0);
  const counted = { fresh: 0, missed: 0, closed: 0 };
  let [read, toldAt] = [0, Date.now()];
  for (const { leaf, blocks } of leaves)
    for (let from = 0; from < blocks; from += BLOCKS_AT_ONCE) {
      const found = await readBlocks(client, { leaf, from, column, writerId: box.writerId });
      const opened = again(box, found);
      const { fresh, missed } = await write(client, { leaf, column: column.column }, opened);
      counted.fresh += fresh;
      counted.missed += missed;
      counted.closed += found.length - opened.length;
      read += Math.min(BLOCKS_AT_ONCE, blocks - from);
      if (Date.now() - toldAt < PROGRESS_EVERY_MS) continue;
      progress(Math.floor((read / all) * 100), counted.fresh);
      toldAt = Date.now();
    }
  return counted;
}

async function readBlocks(
  client: ClientBase,
  range: {
    readonly leaf: string;
    readonly from: number;
    readonly column: EncryptedColumn;
    readonly writerId: Buffer;
  },
): Promise<Sealed[]> {
  const { leaf, from, writerId } = range;
  const { column, context = `''` } = range.column;
  const { rows } = await client.query<Sealed>(
    `select ctid::text as at, ${column} as box, ${context} as context from ${leaf}
      where ctid >= '(${from},0)'::tid and ctid < '(${from + BLOCKS_AT_ONCE},0)'::tid
        and ${column} is not null and substring(${column} from 1 for ${BOX_ID_BYTES}) <> $1`,
    [writerId],
  );
  return rows;
}

interface Again {
  readonly at: string;
  readonly was: Buffer;
  readonly fresh: Buffer;
}

/** A value that does not decrypt is left as it is, and counted by `status`. */
function again(box: SecretBox, found: readonly Sealed[]): Again[] {
  return found.flatMap(({ at, box: was, context }) => {
    try {
      return [{ at, was, fresh: box.seal(box.open(was, context), context) }];
    } catch (error) {
      if (error instanceof DecryptionError) return [];
      throw error;
    }
  });
}

/** Only rows that are unchanged since they were read: a changed one has a newer value. */
async function write(
  client: ClientBase,
  { leaf, column }: { readonly leaf: string; readonly column: string },
  rows: readonly Again[],
) {
  if (rows.length === 0) return { fresh: 0, missed: 0 };
  const text = `update ${leaf} t set ${column} = v.fresh
    from unnest($1::tid[], $2::bytea[], $3::bytea[]) as v(at, was, fresh)
    where t.ctid = any($1::tid[]) and t.ctid = v.at and t.${column} = v.was`;
  const values = [
    rows.map(({ at }) => at),
    rows.map(({ was }) => was),
    rows.map(({ fresh }) => fresh),
  ];
  try {
    const { rowCount } = await client.query(text, values);
    const fresh = rowCount ?? 0;
    return { fresh, missed: rows.length - fresh };
  } catch (error) {
    if ((error as { code?: string }).code !== DEADLOCK) throw error;
    return { fresh: 0, missed: rows.length };
  }
}
