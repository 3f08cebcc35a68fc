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

type Open = () => Promise<Client>;

/**
 * Checks the connection path to the database, poolers included, with connections like those of the pool.
 * @returns what the role lacks, one sentence each
 * @throws StartProblem when prepared statements get lost on the way
 */
export async function checkConnections({ databaseUrl, database }: Settings): Promise<string[]> {
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
    await assertStatementsStay(first, open);
    return await lackingSettings(first, sessionSettings(database));
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
async function assertStatementsStay(first: Client, open: Open): Promise<void> {
  try {
    const mine = await pidOf(first.query(PROBE));
    if (mine === (first as unknown as { processID: number }).processID) return;
    for (let holders = 0; holders < MOST_HOLDERS; holders += 1) {
      const other = await open();
      await other.query('begin');
      if ((await pidOf(other.query(PID))) !== mine) continue;
      await other.query(PROBE);
      return;
    }
  } catch (error) {
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
): Promise<string[]> {
  const lacking: string[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const { rows } = await client.query<{ ok: boolean; role: string }>(
      `select current_setting($1) = set_config($1, $2, true) as ok, quote_ident(current_user) as role`,
      [name, value],
    );
    if (!rows[0]?.ok)
      lacking.push(
        `sessions of the database lack ${name} = ${value}; run: alter role ${rows[0]?.role} set ${name} = '${value}'`,
      );
  }
  return lacking;
}
