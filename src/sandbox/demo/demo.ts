import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../../platform/config/environment.js';
import type { LocalSecrets } from '../../platform/config/local-secrets.js';
import { StartProblem } from '../../platform/config/start-problem.js';
import { beginChapter, note, showRequests, stepsDone } from './demo-http.js';
import { startReceiver } from './demo-receiver.js';
import { demonstrateDoor, unsubscribe } from './demo-door.js';
import { mainJob } from './demo-main-job.js';
import { closeStage, openStage, type Sandboxed } from './demo-set-up.js';
import type { Stage } from './demo-stage.js';
import { wellhubAnswers } from './demo-wellhub-answers.js';

const PROVEN =
  'registered, joined, checked in, paid once, the door opened once, the partner told; ' +
  'expired, canceled, already validated and lost check-ins; wrong gym, exit, replay';

/** True when a Gatehouse answers at the configured address. */
export async function isRunning(): Promise<boolean> {
  const url = `http://127.0.0.1:${readEnvironment().PORT}/health/ready`;
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Walks the main job against the running server. @returns true when every step was as promised */
export async function runDemo(verbose: boolean): Promise<boolean> {
  if (verbose) showRequests();
  const sandboxed = readSandbox();
  const receiver = await startReceiver();
  let stage: Stage | undefined;
  try {
    stage = await openStage(sandboxed, receiver);
    await walk(stage);
    process.stdout.write(`\nProven in ${stepsDone()} steps: ${PROVEN}.\n`);
    if (!verbose) process.stdout.write('`npm run demo -- --verbose` prints every request.\n');
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    note(`✗ differs: ${message}`);
    return false;
  } finally {
    if (stage) await closeStage(stage, sandboxed.operatorKey);
    receiver.close();
  }
}

async function walk(stage: Stage): Promise<void> {
  beginChapter('The main job');
  const job = await mainJob(stage);
  beginChapter('What else Wellhub may say');
  await wellhubAnswers(stage);
  beginChapter('The door, and telling again');
  await demonstrateDoor(stage, job);
  await unsubscribe(stage, job);
}

/** What the running sandbox left in its folder. */
function readSandbox(): Sandboxed {
  const { PORT, DATA_DIR, OPERATOR_API_KEY } = readEnvironment();
  const path = join(DATA_DIR, 'secrets.json');
  const secrets = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as LocalSecrets)
    : undefined;
  const { simulatorUrl, simulatorToken } = secrets?.sandbox ?? {};
  if (!secrets || !simulatorUrl || !simulatorToken)
    throw new StartProblem(
      `${path} knows no sandbox: the server on port ${PORT} must run with SANDBOX=on and this DATA_DIR.`,
    );
  const operatorKey = OPERATOR_API_KEY ?? secrets.operatorApiKey;
  if (operatorKey === undefined)
    throw new StartProblem('Set OPERATOR_API_KEY to the key that the server was given.');
  return { service: `http://localhost:${PORT}`, operatorKey, simulatorUrl, simulatorToken };
}
