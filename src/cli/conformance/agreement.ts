import { createInterface } from 'node:readline/promises';
import { wrongUse } from '../terminal/cli-problem.js';

/** Asks before anything is sent to machines that are not this one. @throws CliProblem without a yes */
export async function agreed(hosts: readonly string[], signal: AbortSignal): Promise<void> {
  if (hosts.length === 0) return;
  const names = hosts.join(', ');
  const question = `About 200 requests will be sent to ${names}: registrations and check-ins of invented people. Go on? [y/N] `;
  const answer = process.stdin.isTTY ? await answerTo(question, signal) : '';
  if (/^y(es)?$/i.test(answer.trim())) return;
  throw wrongUse(
    `Nothing was sent to ${names}.`,
    'Say --yes if that is a system for tests, and yours.',
  );
}

async function answerTo(question: string, signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return await lines.question(question, { signal });
  } finally {
    lines.close();
  }
}
