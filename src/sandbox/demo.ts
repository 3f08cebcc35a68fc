import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../platform/config/environment.js';
import type { LocalSecrets } from '../platform/config/local-secrets.js';
import { chapter, note, stepsDone } from './demo-http.js';
import type { DemoCredentials } from './demo-partner.js';
import { startReceiver } from './demo-receiver.js';
import { theDoor, unsubscribe } from './demo-door.js';
import { mainJob } from './demo-main-job.js';
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
export async function runDemo(): Promise<boolean> {
  const { PORT, DATA_DIR } = readEnvironment();
  const sandbox = readSandbox(DATA_DIR);
  const receiver = await startReceiver();
  try {
    const service = `http://localhost:${PORT}`;
    const stage = { service, simulator: sandbox.simulatorUrl, credentials: sandbox, receiver };
    chapter('The main job');
    const job = await mainJob(stage);
    chapter('What else Wellhub may say');
    await wellhubAnswers(stage);
    chapter('The door, and telling again');
    await theDoor(stage, job);
    await unsubscribe(stage, job);
    process.stdout.write(`\nProven in ${stepsDone()} steps: ${PROVEN}.\n`);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    note(`✗ differs: ${message}`);
    return false;
  } finally {
    receiver.close();
  }
}

function readSandbox(dataDir: string): DemoCredentials & { simulatorUrl: string } {
  const path = join(dataDir, 'secrets.json');
  const secrets = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as LocalSecrets)
    : undefined;
  if (!secrets?.sandbox)
    throw new Error(
      `${path} knows no sandbox: start Gatehouse with SANDBOX=on in this folder first`,
    );
  return secrets.sandbox as unknown as DemoCredentials & { simulatorUrl: string };
}
