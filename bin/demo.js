// Walks the main job against the running server, or against one that it starts and stops itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build-if-needed.js';

const READY_WITHIN_MS = 60_000;

await buildIfNeeded();
const { isRunning, runDemo } = await import('../dist/sandbox/demo.js');

const server = (await isRunning()) ? undefined : await startServer();
const proven = await runDemo().catch((error) => {
  console.error(error.message);
  return false;
});
if (server) await stopServer(server);
process.exit(proven ? 0 : 1);

async function startServer() {
  console.log('No server is running here; starting one for the demo.');
  const child = spawn(process.execPath, [fileURLToPath(new URL('start.js', import.meta.url))], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null && !(await isRunning())) await sleep(100);
  if (child.exitCode !== null || !(await isRunning())) {
    child.kill();
    console.error('The server did not start; `npm start` shows why.');
    process.exit(1);
  }
  return child;
}

async function stopServer(child) {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
