import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { environmentWith } from '../../platform/config/environment.js';
import { fromRoot } from '../../platform/config/from-root.js';
import { lastWords, StartProblem } from '../../platform/config/start-problem.js';
import { isRunning, runDemo } from './demo.js';

const READY_WITHIN_MS = 60_000;
const USAGE = `Usage: npm run demo [-- --verbose]

Walks the main job against the running server, or against one that it starts and stops itself,
with a partner of its own. --verbose also prints every request and answer, keys masked.
`;

/** `npm run demo`. */
async function main(): Promise<number> {
  const { verbose, help } = readFlags();
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const server = (await isRunning()) ? undefined : await startServer();
  try {
    return (await runDemo(verbose)) ? 0 : 1;
  } finally {
    if (server) await stopServer(server);
  }
}

function readFlags() {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ options: { verbose: flag, help: flag } }).values;
  } catch (error) {
    throw new StartProblem(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function startServer(): Promise<ChildProcess> {
  process.stdout.write('No server is running here; starting one for the demo.\n');
  const child = spawn(process.execPath, [fromRoot('dist/gatehouse.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // Why it cannot start is for the person who waits here.
    env: environmentWith({ LOG_FORMAT: 'text' }),
  });
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null && !(await isRunning())) await sleep(100);
  if (child.exitCode === null && (await isRunning())) return child;
  child.kill();
  throw new StartProblem('The server did not start; `npm start` shows why.');
}

async function stopServer(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${lastWords(error)}\n`);
  return 1;
});
