import { pendingMigrations } from '../platform/database/migrations.js';
import { inspectConnections } from '../platform/database/pooler-check.js';
import { withClient } from '../platform/database/with-client.js';
import { runningProcesses } from '../platform/encryption-keys/stored-keys.js';
import type { Check } from './checks.js';
import { ok, problem, warning } from './finding.js';
import { LACKING_RIGHTS, ROLE } from './rights.sql.js';

export const database: Check = async ({ databaseUrl }) => {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ server_version: string }>('show server_version'),
  );
  return [ok(`PostgreSQL ${rows[0]?.server_version} answers`)];
};

const POOLERS = {
  none: 'no pooler between; ',
  session: 'a pooler in session mode between; ',
  transaction: 'a pooler in transaction mode between, which keeps prepared statements; ',
};

export const connections: Check = async (settings) => {
  const { pooler, lacking } = await inspectConnections(settings);
  if (lacking.length === 0) return [ok(`${POOLERS[pooler]}sessions are as they should be`)];
  return lacking.map(({ text, fix }) => warning(POOLERS[pooler] + text, fix));
};

export const schema: Check = async ({ databaseUrl, database: { migrate } }) => {
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length === 0) return [ok('every migration is applied')];
  const text = `pending: ${pending.join(', ')}`;
  const { mayCreate } = await roleOf(databaseUrl);
  if (migrate && mayCreate) return [warning(text, 'a start applies them, or gatehouse migrate')];
  return [problem(text, 'run gatehouse migrate as the owner of the tables (docs/database.md)')];
};

export const rights: Check = async ({ databaseUrl }) => {
  const { role, schema: name, isReadOnly } = await roleOf(databaseUrl);
  if (isReadOnly)
    return [
      problem('nothing can be written there: a standby?', 'name the server that takes writes'),
    ];
  const { rows: lacking } = await withClient(databaseUrl, (client) =>
    client.query<{ kind: 'table' | 'sequence'; name: string; lacks: string }>(LACKING_RIGHTS),
  );
  if (lacking.length === 0) return [ok(`the role ${role} may do what serving needs`)];
  const some = lacking.slice(0, 3).map((one) => `${one.lacks} on the ${one.kind} ${one.name}`);
  const more = lacking.length > some.length ? `, and ${lacking.length - some.length} more` : '';
  return [
    problem(
      `the role ${role} lacks ${some.join(', ')}${more}`,
      'as the owner of the tables run: ' +
        `grant select, insert, update, delete on all tables in schema ${name} to ${role}; ` +
        `grant usage, select on all sequences in schema ${name} to ${role}`,
    ),
  ];
};

/** A start of its own is not counted: this command runs beside the processes. */
export const processes: Check = async ({ databaseUrl }) => {
  const { all, working } = await withClient(databaseUrl, runningProcesses);
  if (all > 0 && working === 0)
    return [
      problem(
        `${all} run, none of them with ROLE=worker or ROLE=all: nothing is validated, delivered or mailed`,
        'start one with ROLE=worker',
      ),
    ];
  return [ok(all === 0 ? 'none runs' : `${all} run, ${working} of them do background work`)];
};

interface Role {
  readonly role: string;
  readonly schema: string | null;
  readonly mayCreate: boolean;
  readonly isReadOnly: boolean;
}

async function roleOf(databaseUrl: string): Promise<Role> {
  const { rows } = await withClient(databaseUrl, (client) => client.query<Role>(ROLE));
  return rows[0] as Role;
}
