import { makeApiKey } from './partner-auth/index.js';
import { prepareDatabase } from './create-app.js';
import { usingDataDir } from './platform/config/data-dir.js';
import { readEnvironment, type Environment } from './platform/config/environment.js';
import { localSecrets } from './platform/config/local-secrets.js';
import { readSettings, settingProblems } from './platform/config/read-settings.js';
import type { Settings } from './platform/config/settings.js';
import { lastWords, WrongWords } from './platform/config/start-problem.js';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { OperationsPort, type Scrape } from './platform/http/operations-port.js';
import { assertPortIsFree } from './platform/http/port-check.js';
import { ProcessLog } from './platform/logging/process-log.js';
import { GroupMember, isGroupMember } from './platform/processes/group-member.js';
import { ProcessGroup } from './platform/processes/process-group.js';
import { serve, type Stop } from './serve.js';

/** The longest that requests in progress may delay a stop; after it the process exits anyway. */
const STOP_MS = 20_000;

const log = new ProcessLog();

/** `gatehouse serve`. Settled when it listens. @param program what a process of WORKERS runs */
export async function serveCommand(args: readonly string[], program: string): Promise<void> {
  const [word] = isGroupMember ? args.slice(1) : args;
  if (word !== undefined)
    throw new WrongWords(`"serve" takes no more words; its settings are variables: ${word}`);
  await (isGroupMember ? follow() : start(program)).catch(fail);
}

async function start(program: string): Promise<void> {
  // From the first moment: process 1 of a container ignores a signal that it does not listen to.
  let stop: Stop = async () => undefined;
  stopOnSignals(() => stop());
  const env = readEnvironment(undefined, settingProblems);
  // Before anything is made: a port that is taken leaves no database behind.
  const { host, port, metricsPort } = readSettings(env);
  await assertPortIsFree({ host, port });
  if (metricsPort !== undefined)
    await assertPortIsFree({ host, port: metricsPort }, 'METRICS_PORT');
  const { settings, stopDatabase } = await prepare(env);
  const operations = await OperationsPort.open(settings);
  // Last of all: readiness is read until the end.
  const end = () => stopDatabase().finally(() => operations.close());
  stop = end;
  const serveAs = settings.processes > 1 ? lead(program) : serve;
  const welcome = await serveAs(settings, (stopServing, scrape) => {
    operations.scrape = scrape;
    stop = () => stopServing().finally(end);
  });
  log.info(`Gatehouse listens on ${settings.publicUrl}`);
  if (settings.deadlineFactor > 1) warnOfDeadlines(settings);
  if (welcome !== undefined) showSandbox(settings, welcome);
}

function warnOfDeadlines({ deadlineFactor }: Settings): void {
  log.warn(
    `DEADLINE_FACTOR is ${deadlineFactor}: requests may take ${deadlineFactor} times as long as promised`,
  );
}

/** Its keys are for people, and no log has them. */
function showSandbox({ publicUrl, dataDir }: Settings, welcome: string): void {
  if (log.isAtTerminal) log.info(welcome);
  else log.info(`The sandbox is ready at ${publicUrl}/; its keys are in ${dataDir}/secrets.json`);
}

/** Serves nothing itself: makes everything ready once, and leads the processes that serve. */
const lead =
  (program: string) =>
  async (
    settings: Settings,
    onMade: (stop: Stop, scrape: Scrape) => void,
  ): Promise<string | undefined> => {
    await prepareDatabase(settings);
    const group = new ProcessGroup(settings, program);
    onMade(
      () => group.stop(),
      () => group.scrape(),
    );
    return group.start();
  };

/** One of WORKERS processes: what it needs comes from the primary, which also writes to the terminal. */
async function follow(): Promise<void> {
  let stop: Stop = async () => undefined;
  stopOnSignals(() => stop());
  const member = new GroupMember();
  try {
    const welcome = await serve(await member.settings(), (close, _scrape, metrics) => {
      stop = close;
      member.join(metrics);
    });
    member.serves(welcome);
  } catch (error) {
    await member.fails(lastWords(error));
    process.exit(1);
  }
}

/** With `DATABASE_URL` unset everything a first run needs is made here, once, below `DATA_DIR`. */
async function prepare(env: Environment): Promise<{ settings: Settings; stopDatabase: Stop }> {
  if (env.DATABASE_URL) return { settings: readSettings(env), stopDatabase: async () => undefined };
  return usingDataDir(env.DATA_DIR, async () => {
    const secrets = localSecrets(env.DATA_DIR, () =>
      env.OPERATOR_API_KEY === undefined ? makeApiKey('test').key : undefined,
    );
    const database = await startEmbeddedPostgres({
      dataDir: env.DATA_DIR,
      onProgress: (line) => log.info(line),
    });
    const settings = readSettings(env, { secrets, databaseUrl: database.url });
    return { settings, stopDatabase: () => database.stop() };
  });
}

function stopOnSignals(stop: Stop): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    const begun = performance.now();
    if (!isGroupMember) log.info(`${signal}: finishing requests in progress`);
    setTimeout(() => giveUp(), STOP_MS).unref();
    stop().then(
      () => ended(begun),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

function ended(begun: number): never {
  if (!isGroupMember)
    log.info('Gatehouse has stopped', { ms: Math.round(performance.now() - begun) });
  process.exit(0);
}

function giveUp(): never {
  log.warn(`Some requests did not end within ${STOP_MS / 1_000} s and are cut off`);
  process.exit(1);
}

function fail(error: unknown): never {
  log.fatal(error);
  process.exit(1);
}
