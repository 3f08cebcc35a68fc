import { Command, CommanderError } from 'commander';
import { cliProblemOf } from '../service/service-problems.js';
import { interrupted } from '../terminal/cli-problem.js';
import { EXIT, type ExitCode } from '../terminal/exit-codes.js';
import { Output } from '../terminal/output.js';
import {
  CommandCall,
  type BuildCommand,
  type CommonOptions,
  type CommandWork,
} from './command-call.js';

/** Of one run of the program, known to the actions of all its commands. */
interface Session {
  readonly signal: AbortSignal;
  exitCode: ExitCode;
  call?: CommandCall;
}

const sessions = new WeakMap<Command, Session>();

const rootOf = (command: Command): Command => (command.parent ? rootOf(command.parent) : command);

/** Makes the action of a command of what it does. */
export function action<Options extends object>(work: CommandWork<Options>) {
  return async (...passed: unknown[]): Promise<void> => {
    const command = passed.at(-1) as Command;
    const session = sessions.get(rootOf(command));
    if (!session) throw new Error('a command runs through runCommand');
    const options = command.optsWithGlobals<Options & CommonOptions>();
    const call = new CommandCall(command.args, options, session.signal);
    session.call = call;
    session.exitCode = (await work(call)) ?? EXIT.done;
  };
}

/** Below the help of a command: what people type. */
export const examples = (...lines: readonly string[]): string =>
  ['', 'Examples:', ...lines.map((line) => `  $ gatehouse ${line}`)].join('\n');

/** @param name with which `gatehouse` was called */
export function commandOf(name: string, build: BuildCommand): Command {
  const command = new Command(name);
  build(command);
  for (const each of [command, ...descendants(command)]) dress(each);
  return command;
}

export const descendants = (command: Command): Command[] =>
  command.commands.flatMap((below) => [below, ...descendants(below)]);

/** What all commands have in common. */
function dress(command: Command): void {
  command.exitOverride().helpCommand(false).showHelpAfterError(false);
  command.helpOption('-h, --help', 'how to call it');
  if (command.commands.length > 0) return;
  command.option('--profile <name>', 'the profile to use (gatehouse login --profile <name>)');
  command.option('--json', 'JSON on stdout instead of text');
  command.allowExcessArguments(false);
}

/** @returns its exit code, having shown on stderr what went wrong */
export async function runCommand(command: Command, args: readonly string[]): Promise<ExitCode> {
  const stop = new AbortController();
  const session: Session = { signal: stop.signal, exitCode: EXIT.done };
  sessions.set(command, session);
  const name = programName(command);
  const forget = onInterrupt(stop);
  endWithReader();
  try {
    command.name(name);
    await command.parseAsync([...args], { from: 'user' });
    return stop.signal.aborted ? EXIT.interrupted : session.exitCode;
  } catch (error) {
    const problem = stop.signal.aborted ? interrupted() : error;
    return explain(problem, args.includes('--json'), session.call);
  } finally {
    forget();
    await Promise.all([process.stdout, process.stderr].map(written));
  }
}

/** A reader may be slower than this process, which ends at once. */
const written = (stream: NodeJS.WriteStream) =>
  new Promise<void>((resolve) => stream.write('', () => resolve()));

const programName = (command: Command) => `gatehouse ${command.name()}`;

/** Commander has written what it has to say. */
function explain(error: unknown, isJson: boolean, call: CommandCall | undefined): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
  const problem = cliProblemOf(error, call?.usedConnection);
  new Output(isJson).problem(problem);
  return problem.exitCode;
}

/** How long a command may take to end tidily. */
const TIDY_MS = 5_000;

/** The first Ctrl-C lets the command end tidily, the second one does not wait for that. */
function onInterrupt(stop: AbortController): () => void {
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort();
    setTimeout(() => process.exit(EXIT.interrupted), TIDY_MS).unref();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return () => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
}

/** Who reads our output (`| head`) may have seen enough. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
}
