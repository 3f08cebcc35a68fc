import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { makeApiKey } from './partner-auth/index.js';
import { createApp } from './create-app.js';
import { usingDataDir } from './platform/config/data-dir.js';
import { readEnvironment, type Environment } from './platform/config/environment.js';
import { localSecrets } from './platform/config/local-secrets.js';
import { readSettings, settingProblems } from './platform/config/read-settings.js';
import type { Settings } from './platform/config/settings.js';
import { lastWords } from './platform/config/start-problem.js';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { assertPortIsFree, listenProblem } from './platform/http/port-check.js';
import { Sandbox } from './sandbox/index.js';
import { welcome } from './welcome.js';

/** The longest that requests in progress may delay a stop; after it the process exits anyway. */
const STOP_MS = 20_000;

/** Connections that wait to be accepted; beyond them a client should retry, or try another replica. */
const BACKLOG = 128;

const print = (line: string) => process.stdout.write(`${line}\n`);

type Stop = () => Promise<void>;

async function main(): Promise<void> {
  // From the first moment: process 1 of a container ignores a signal that it does not listen to.
  let stop: Stop = async () => undefined;
  stopOnSignals(() => stop());
  const env = readEnvironment(undefined, settingProblems);
  // Before anything is made: a port that is taken leaves no database behind.
  await assertPortIsFree(readSettings(env));
  const { settings, stopDatabase } = await prepare(env);
  stop = stopDatabase;
  const app = await createApp(settings);
  stop = async () => {
    await app.close();
    await stopDatabase();
  };
  const sandbox =
    settings.sandbox && settings.role !== 'worker'
      ? await usingDataDir(settings.dataDir, () =>
          app.get(Sandbox).start(`http://127.0.0.1:${settings.port}`),
        )
      : undefined;
  await listen(app, settings);
  print(`Gatehouse listens on ${settings.publicUrl}`);
  if (sandbox) print(welcome(settings, sandbox));
}

/** With `DATABASE_URL` unset everything a first run needs is made here, once, below `DATA_DIR`. */
async function prepare(env: Environment): Promise<{ settings: Settings; stopDatabase: Stop }> {
  if (env.DATABASE_URL) return { settings: readSettings(env), stopDatabase: async () => undefined };
  return usingDataDir(env.DATA_DIR, async () => {
    const secrets = localSecrets(env.DATA_DIR, () =>
      env.OPERATOR_API_KEY === undefined ? makeApiKey('test').key : undefined,
    );
    const database = await startEmbeddedPostgres({ dataDir: env.DATA_DIR, onProgress: print });
    const settings = readSettings(env, { secrets, databaseUrl: database.url });
    return { settings, stopDatabase: () => database.stop() };
  });
}

async function listen(app: NestFastifyApplication, settings: Settings): Promise<void> {
  await app
    .listen({ port: settings.port, host: settings.host, backlog: BACKLOG })
    .catch((error: unknown) => {
      throw listenProblem(error, settings);
    });
}

function stopOnSignals(stop: Stop): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    print(`${signal}: finishing requests in progress`);
    setTimeout(() => process.exit(1), STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

function fail(error: unknown): never {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exit(1);
}

main().catch(fail);
