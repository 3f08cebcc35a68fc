// Plain JavaScript: Jest loads what uses it itself, without our transform.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What every run writes into the checkout. */
const EXPECTED = ['.test-results', 'dist'];
/** A process that was told to end may need a moment; one that was forgotten never ends. */
const PATIENCE_MS = 10_000;

export const entriesOf = (folder) => readdirSync(folder).filter((name) => !EXPECTED.includes(name));

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    // It has ended meanwhile, or belongs to another user.
    return '';
  }
}

/** The processes that have the folder in their environment or command line, as `pid` and `command`; Linux only. */
export function processesOf(folder) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => ({ pid: Number(pid), command: readOrEmpty(`/proc/${pid}/cmdline`) }))
    .filter(({ pid, command }) =>
      `${command} ${readOrEmpty(`/proc/${pid}/environ`)}`.includes(folder),
    );
}

/** Waits until no process of the folder is left. @returns those that stay, killed */
export async function killForgotten(folder, patienceMs = PATIENCE_MS) {
  const end = performance.now() + patienceMs;
  let left = processesOf(folder);
  while (left.length > 0 && performance.now() < end) {
    await sleep(20);
    left = processesOf(folder);
  }
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  return left;
}
