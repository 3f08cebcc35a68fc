import type { Client } from 'pg';

const INDEX = /^create (unique )?index concurrently if not exists (\w+) on (\w+)/i;
/** These locks are held briefly, but a session that waits for one makes every writer wait behind it. */
const BRIEFLY = `set local lock_timeout = '4s'`;
const UNDEFINED_TABLE = '42P01';
/** Operator classes of extensions that a database may lack: an index of them is left out there. */
const OPTIONAL_CLASS = /\bgin_trgm_ops\b/;

interface Index {
  readonly unique: string;
  readonly name: string;
  readonly table: string;
  /** What follows the table's name: columns and condition. */
  readonly rest: string;
}

/**
 * Runs one statement of a migration outside a transaction. An index that an earlier run left unfinished is dropped and
 * built anew. PostgreSQL builds none concurrently on a partitioned table, so we build it partition by partition.
 */
export async function runOutsideTransaction(client: Client, statement: string): Promise<void> {
  const index = parse(statement);
  if (!index) return void (await client.query(statement));
  if (await lacksClassOf(client, index)) return;
  if (await isPartitioned(client, index.table)) return buildByPartition(client, index);
  await build(client, index);
}

function parse(statement: string): Index | undefined {
  const found = INDEX.exec(statement);
  const [all = '', unique = '', name, table] = found ?? [];
  return name && table ? { unique, name, table, rest: statement.slice(all.length) } : undefined;
}

async function lacksClassOf(client: Client, { rest }: Index): Promise<boolean> {
  const [name] = OPTIONAL_CLASS.exec(rest) ?? [];
  if (name === undefined) return false;
  const { rowCount } = await client.query(
    'select from pg_opclass where opcname = $1 and pg_opclass_is_visible(oid)',
    [name],
  );
  return rowCount === 0;
}

async function build(client: Client, { unique, name, table, rest }: Index): Promise<void> {
  const broken = await client.query(
    'select from pg_index where indexrelid = to_regclass($1) and not indisvalid',
    [name],
  );
  if (broken.rowCount) await client.query(`drop index concurrently ${name}`);
  await client.query(`create ${unique}index concurrently if not exists ${name} on ${table}${rest}`);
}

async function isPartitioned(client: Client, table: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_class where oid = to_regclass($1) and relkind = 'p'`,
    [table],
  );
  return rowCount === 1;
}

/**
 * Partitions that are added meanwhile have the index, and one may be dropped: so this is repeated until none lacks it.
 */
async function buildByPartition(client: Client, index: Index): Promise<void> {
  const { unique, name, table, rest } = index;
  await client.query(
    `${BRIEFLY}; create ${unique}index if not exists ${name} on only ${table}${rest}`,
  );
  for (let lacking = await without(client, index); lacking.length > 0;) {
    for (const partition of lacking) await buildAndAttach(client, index, partition);
    lacking = await without(client, index);
  }
}

async function buildAndAttach(client: Client, index: Index, partition: string): Promise<void> {
  const own = `${index.name}_${/\d*$/.exec(partition)?.[0]}`;
  try {
    await build(client, { ...index, name: own, table: partition });
    await client.query(`${BRIEFLY}; alter index ${index.name} attach partition ${own}`);
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNDEFINED_TABLE) throw error;
  }
}

async function without(client: Client, { name, table }: Index): Promise<string[]> {
  const { rows } = await client.query<{ partition: string }>(
    `select p.inhrelid::regclass::text as partition from pg_inherits p
     where p.inhparent = to_regclass($1) and not exists (
       select from pg_inherits i join pg_index x on x.indexrelid = i.inhrelid
       where i.inhparent = to_regclass($2) and x.indrelid = p.inhrelid)
     order by 1`,
    [table, name],
  );
  return rows.map(({ partition }) => partition);
}
