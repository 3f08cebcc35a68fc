import 'reflect-metadata';
import { readEnvironment } from './platform/config/environment.js';
import { readSettings, settingProblems } from './platform/config/read-settings.js';
import type { Settings } from './platform/config/settings.js';
import { codeOf, lastWords, StartProblem } from './platform/config/start-problem.js';
import type { Keyring } from './platform/crypto/keyring.js';
import { pendingMigrations } from './platform/database/migrations.js';
import { checkConnections } from './platform/database/pooler-check.js';
import { withClient } from './platform/database/with-client.js';
import { openKeyring, unprovenKeyring } from './platform/encryption-keys/open-keyring.js';
import { runningProcesses } from './platform/encryption-keys/stored-keys.js';
import type { SpoolInspection } from './platform/spool/inspect-spool.js';
import { filesForPeople } from './platform/spool/kept-files.js';
import { inspectScanSpool } from './door-outage/index.js';
import { inspectWebhookSpool } from './wellhub-inbox/index.js';

/** What one check found. A `problem` must be resolved by a person; a `warning` does not prevent a start. */
interface Finding {
  readonly kind: 'ok' | 'warning' | 'problem';
  readonly text: string;
}
type Check = (settings: Settings) => Promise<readonly Finding[]>;

const ok = (text: string): Finding => ({ kind: 'ok', text });
const warning = (text: string): Finding => ({ kind: 'warning', text });
const problem = (text: string): Finding => ({ kind: 'problem', text });

const database: Check = async ({ databaseUrl }) => {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ server_version: string }>('show server_version'),
  );
  return [ok(`PostgreSQL ${rows[0]?.server_version} answers`)];
};

const connections: Check = async (settings) => {
  const lacking = await checkConnections(settings);
  return lacking.length > 0 ? lacking.map(warning) : [ok('sessions are as they should be')];
};

const schema: Check = async ({ databaseUrl }) => {
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length === 0) return [ok('every migration is applied')];
  return [warning(`pending: ${pending.join(', ')}; a start applies them, or npm run migrate`)];
};

const keys: Check = async (settings) => {
  const { ring } = await openKeyring(settings);
  const [writer, ...readers] = ring.map(({ id }) => id);
  const others = readers.map((id) => `, ${id} only reads`).join('');
  return [ok(`SECRETS_KEY opens what is stored; ${writer} writes${others}`)];
};

/** A start of its own is not counted: this command runs beside the processes. */
const processes: Check = async ({ databaseUrl }) => {
  const { all, working } = await withClient(databaseUrl, runningProcesses);
  if (all > 0 && working === 0)
    return [
      problem(
        `${all} run, none of them with ROLE=worker or ROLE=all: nothing is validated, delivered or mailed`,
      ),
    ];
  return [ok(all === 0 ? 'none runs' : `${all} run, ${working} of them do background work`)];
};

type InspectSpool = (settings: Settings, keyring: Keyring) => Promise<SpoolInspection | undefined>;

/** Nothing has had to wait yet. */
const NOTHING = { records: 0, bytes: 0, damaged: 0, aside: [], foreign: [], unreadable: [] };

const spoolCheck =
  (what: string, off: string, inspect: InspectSpool): Check =>
  async (settings) => {
    const found = await inspect(settings, unprovenKeyring(settings)).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return NOTHING;
      throw new StartProblem(`${settings.spoolDir} cannot be read: ${lastWords(error)}`);
    });
    if (!found) return [warning(`off: ${off}`)];
    const { records, bytes, damaged } = found;
    return [
      records > 0
        ? warning(`${records} ${what} (${bytes} bytes) wait in ${settings.spoolDir}`)
        : ok(`nothing waits in ${settings.spoolDir}`),
      ...(damaged > 0 ? [problem(`${damaged} bytes of ${what} are damaged`)] : []),
      ...filesForPeople(found).map(({ name, detail }) => problem(`${name} is kept. ${detail}`)),
    ];
  };

const spool = spoolCheck(
  'webhooks',
  'webhooks that come while the database is away are lost',
  inspectWebhookSpool,
);

const doors = spoolCheck(
  'admissions',
  'no door opens while the database is away',
  inspectScanSpool,
);

const CHECKS: Readonly<Record<string, Check>> = {
  database,
  connections,
  schema,
  keys,
  processes,
  spool,
  doors,
};

/**
 * `gatehouse doctor`: checks what a start would find, and what waits; reads only. Exit code 1: a person must resolve a
 * problem.
 */
export async function doctorCommand(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new StartProblem(`"doctor" takes no more words: ${args[0]}`);
  const env = readEnvironment(undefined, settingProblems);
  if (!env.DATABASE_URL)
    throw new StartProblem('Set DATABASE_URL: the embedded database runs only with its service.');
  const settings = readSettings(env);
  let isWell = true;
  for (const [name, check] of Object.entries(CHECKS)) {
    const findings = await check(settings).catch((error: unknown) => [problem(lastWords(error))]);
    for (const { kind, text } of findings)
      process.stdout.write(`${kind.padEnd(8)} ${name}: ${text}\n`);
    isWell &&= findings.every(({ kind }) => kind !== 'problem');
  }
  return isWell ? 0 : 1;
}
