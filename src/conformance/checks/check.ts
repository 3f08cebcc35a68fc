import type { Play } from '../play/play.js';

/** What must be given, or asked for, before a check can be made. */
export type Need =
  'secret' | 'listen' | 'slow' | 'existingUser' | 'multiOffer' | 'decision' | 'foreign';

/** Words of a document, and where they stand. */
export interface Quote {
  readonly text: string;
  readonly source: string;
}

/** Not made, and why. */
export interface Skip {
  readonly skipped: string;
}

/** What was found wrong, in a sentence; nothing when all is well. */
export type CheckFinding = string | undefined | Skip;

/** One thing that Wellhub's documents ask of a partner's system. */
export interface ConformanceCheck {
  /** The group, a dot, the name: `token.wrong-key`. */
  readonly id: string;
  /** What is right. */
  readonly title: string;
  readonly document: Quote;
  readonly mend: string;
  readonly needs?: readonly Need[];
  /** Checks without which this one says nothing: it is skipped when one of them has not passed. */
  readonly after?: readonly string[];
  readonly run: (play: Play) => Promise<CheckFinding>;
}

export const groupOf = (id: string): string => id.slice(0, id.indexOf('.'));
