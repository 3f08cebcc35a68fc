/** What a command ends with, for scripts (docs/command-line.md). */
export const EXIT = {
  done: 0,
  failed: 1,
  /** The command line makes no sense, or something it needs is not there. */
  wrongUse: 2,
  /** The service was reached, and refused. */
  refused: 3,
  /** Some of it is done, and what is not is in the output. */
  partlyDone: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
