// Before all decorators, which the bundle spreads over several files.
import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { COMMANDS, type Command } from './commands.js';
import { lastWords } from './platform/config/start-problem.js';
import { VERSION } from './platform/config/version.js';

const HELP_WORDS = new Set(['help', '--help', '-h']);
const VERSION_WORDS = new Set(['version', '--version', '-v']);
/** Of a command line that makes no sense. */
const USAGE = 2;

/** What was started: of the bundle the file that imports it (gatehouse.ts). */
const PROGRAM = fileURLToPath(import.meta.url.replace(/bundle\/main\.js$/, 'gatehouse.js'));

const print = (text: string): number => {
  process.stdout.write(`${text}\n`);
  return 0;
};

/** `gatehouse <word> …`. @returns the exit code of what has ended */
async function main([word = 'serve', ...args]: readonly string[]): Promise<number | void> {
  const command = COMMANDS.get(word);
  if (command && args.some((arg) => HELP_WORDS.has(arg))) return print(usageOf(command));
  if (command) return (await command.load())(args, PROGRAM);
  if (HELP_WORDS.has(word)) return print(help());
  if (VERSION_WORDS.has(word)) return print(VERSION);
  process.stderr.write(`gatehouse knows no "${word}".\n\n${help()}\n`);
  return USAGE;
}

const usageOf = ({ usage, summary }: Command) => `gatehouse ${usage}\n\n  ${summary}`;

function help(): string {
  const rows = [...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(8)}  ${summary}`);
  return [
    'gatehouse [command]',
    '',
    ...rows,
    '',
    '  --help     this; after a command: how to call it',
    '  --version  which version this is',
    '',
    'Settings are environment variables (docs/configuration.md).',
  ].join('\n');
}

function fail(error: unknown): number {
  process.stderr.write(`${lastWords(error)}\n`);
  return 1;
}

/** Settled when a service listens; a command ends the process. */
export const started: Promise<void> = runCommand();

async function runCommand(): Promise<void> {
  const code = await main(process.argv.slice(2)).catch(fail);
  if (code !== undefined) process.exit(code);
}
