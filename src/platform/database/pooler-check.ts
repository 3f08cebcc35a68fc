import { Client } from 'pg';
import type { Settings } from '../config/settings.js';
import { codeOf, StartProblem } from '../config/start-problem.js';
import { connectionOptions, sessionSettings } from './connection.js';
import { databaseProblem } from './database-problem.js';

const PROBE = { name: 'gatehouse.probe', text: 'select pg_backend_pid() as pid' };
const PID = 'select pg_backend_pid() as pid';
const NAME_UNKNOWN = '26000';
const NAME_TAKEN = '42P05';
/** Idle sessions that a pooler may have; beyond them it assigns sessions that this check has used. */
const MOST_HOLDERS = 4;

const STATEMENT_MODE =
  'The pooler before the database of DATABASE_URL allows no transactions: set pool_mode=transaction or session there ' +
  '(docs/database.md).';
const isStatementMode = (error: unknown): boolean =>
  error instanceof Error &&
  /transaction blocks not allowed in statement pooling/i.test(error.message);

type Open = () => Promise<Client>;

/** What shares out the sessions of the database: nothing, or a pooler per connection or per transaction. */
export type Pooler = 'none' | 'session' | 'transaction';

/** A setting that sessions lack, and how they get it. */
export interface LackingSetting {
  readonly text: string;
  readonly fix: string;
}

/** @returns what the role lacks, one sentence each @throws StartProblem as `inspectConnections` */
export const checkConnections = async (settings: Settings): Promise<string[]> =>
  (await inspectConnections(settings)).lacking.map(({ text, fix }) => `${text}; ${fix}`);

/**
 * Checks the connection path to the database, poolers included, with connections like those of the pool.
 * @throws StartProblem when prepared statements get lost on the way
 */
export async function inspectConnections({
  databaseUrl,
  database,
}: Settings): Promise<{ pooler: Pooler; lacking: LackingSetting[] }> {
  const clients: Client[] = [];
  const open = async () => {
    const client = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: database.connectMs,
      ...connectionOptions(database),
    });
    client.on('error', () => undefined);
    clients.push(client);
    await client.connect();
    return client;
  };
  try {
    const first = await open();
    const pooler = await assertStatementsStay(first, open);
    return { pooler, lacking: await lackingSettings(first, sessionSettings(database)) };
  } catch (error) {
    throw databaseProblem(error, databaseUrl);
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }
}

/**
 * A pooler that shares sessions between transactions must know whose named statements are whose. So another connection
 * takes the session in which this one named a statement, and names it there too.
 */
async function assertStatementsStay(first: Client, open: Open): Promise<Pooler> {
  try {
    const mine = await pidOf(first.query(PROBE));
    if (mine === (first as unknown as { processID: number }).processID) return 'none';
    for (let holders = 0; holders < MOST_HOLDERS; holders += 1) {
      const other = await open();
      await other.query('begin');
      if ((await pidOf(other.query(PID))) !== mine) continue;
      await other.query(PROBE);
      return 'transaction';
    }
    return 'session';
  } catch (error) {
    if (isStatementMode(error)) throw new StartProblem(STATEMENT_MODE);
    if (![NAME_UNKNOWN, NAME_TAKEN].includes(codeOf(error))) throw error;
    throw new StartProblem(
      'The pooler before the database of DATABASE_URL loses prepared statements: use PgBouncer 1.21 or newer with ' +
        'max_prepared_statements set, or pool_mode=session (docs/database.md).',
    );
  }
}

async function pidOf(answer: Promise<{ rows: { pid: number }[] }>): Promise<number | undefined> {
  return (await answer).rows[0]?.pid;
}

async function lackingSettings(
  client: Client,
  wanted: Readonly<Record<string, string>>,
): Promise<LackingSetting[]> {
  const lacking: LackingSetting[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const { rows } = await client.query<{ ok: boolean; role: string }>(
      `select current_setting($1) = set_config($1, $2, true) as ok, quote_ident(current_user) as role`,
      [name, value],
    );
    if (!rows[0]?.ok)
      lacking.push({
        text: `sessions of the database lack ${name} = ${value}`,
        fix: `run: alter role ${rows[0]?.role} set ${name} = '${value}'`,
      });
  }
  return lacking;
}
