import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** One line that is typed without being shown, or the first line of what is piped in. */
export const readSecret = async (prompt: string, signal: AbortSignal): Promise<string> =>
  (await (process.stdin.isTTY ? typed(prompt, signal) : piped())).trim();

async function typed(prompt: string, signal: AbortSignal): Promise<string> {
  process.stderr.write(prompt);
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  // The terminal is read raw, so that Ctrl-C is a key like others.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return await lines.question('', { signal });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

async function piped(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}
