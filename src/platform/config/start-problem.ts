/** A start that cannot succeed; the message names what is wrong and what to do about it. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}

/** Words that a command does not know: nothing was begun. */
export class WrongWords extends StartProblem {
  override name = 'WrongWords';
}

/** What a program prints when it ends with an error: a sentence for a known problem, the stack for any other. */
export function lastWords(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export const codeOf = (error: unknown): string => String((error as { code?: unknown })?.code ?? '');
