// Before all decorators, which the bundle spreads over several files.
import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { nearestWord } from './cli/index.js';
import { COMMANDS, isHelpWord } from './commands.js';
import { lastWords, WrongWords } from './platform/config/start-problem.js';
import { VERSION } from './platform/config/version.js';

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
  if (command) return command.run(args, PROGRAM);
  if (isHelpWord(word)) return print(help());
  if (VERSION_WORDS.has(word)) return print(VERSION);
  const near = await nearestWord(word, [...COMMANDS.keys()]);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  process.stderr.write(`gatehouse knows no "${word}".${hint}\n\n${help()}\n`);
  return USAGE;
}

function help(): string {
  const rows = (isOfService: boolean) =>
    [...COMMANDS]
      .filter(([, command]) => command.isOfService === isOfService)
      .map(([name, { summary }]) => `  ${name.padEnd(11)}  ${summary}`);
  return [
    'gatehouse [command]',
    '',
    'The service; settings are environment variables (docs/configuration.md):',
    ...rows(true),
    '',
    'For those who use it (docs/command-line.md):',
    ...rows(false),
    '',
    '  --help     this; after a command: how to call it',
    '  --version  which version this is',
  ].join('\n');
}

function fail(error: unknown): number {
  process.stderr.write(`${lastWords(error)}\n`);
  return error instanceof WrongWords ? USAGE : 1;
}

/** Settled when a service listens; a command ends the process. */
export const started: Promise<void> = runCommand();

async function runCommand(): Promise<void> {
  const code = await main(process.argv.slice(2)).catch(fail);
  if (code !== undefined) process.exit(code);
}
