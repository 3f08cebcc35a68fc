import { EXIT, type ExitCode } from './exit-codes.js';

interface ProblemDetails {
  /** What to do about it: a sentence. */
  readonly next?: string | undefined;
  readonly exitCode?: ExitCode;
  /** For scripts: a code of the service, or a word of ours. */
  readonly code?: string | undefined;
}

/** Ends a command: what is wrong, and what to do about it. Never with a secret in it. */
export class CliProblem extends Error {
  override name = 'CliProblem';
  readonly next: string | undefined;
  readonly exitCode: ExitCode;
  readonly code: string;

  constructor(message: string, { next, exitCode = EXIT.failed, code }: ProblemDetails = {}) {
    super(message);
    this.next = next;
    this.exitCode = exitCode;
    this.code = code ?? (exitCode === EXIT.wrongUse ? 'usage' : 'failed');
  }
}

/** A command line that makes no sense. */
export const wrongUse = (message: string, next?: string): CliProblem =>
  new CliProblem(message, { next, exitCode: EXIT.wrongUse });

/** Ctrl-C. What is half done is left so that the next call goes on there. */
export const interrupted = (): CliProblem =>
  new CliProblem('Stopped.', { exitCode: EXIT.interrupted, code: 'interrupted' });
