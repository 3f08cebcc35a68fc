import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../platform/config/environment.js';
import type { LocalSecrets } from '../platform/config/local-secrets.js';
import { note, stepsDone } from './demo-http.js';
import type { DemoCredentials } from './demo-partner.js';
import { startReceiver } from './demo-receiver.js';
import { tellTheStory } from './demo-story.js';

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
    await tellTheStory({
      service,
      simulator: sandbox.simulatorUrl,
      credentials: sandbox,
      receiver,
    });
    process.stdout.write(
      `\nProven in ${stepsDone()} steps: registered, joined, checked in, paid once, the door opened once, the partner told.\n`,
    );
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
