import type { SeenCheckIn } from '../../check-in-validation/index.js';
import type { DeskContext } from './desk-context.js';
import { outcomeOf, toneOf, type Tone } from '../words/outcome.js';
import { nameOf } from './format-person.js';
import type { DeskWords, Said } from '../words/words.js';

/** The answer to what was just done, in plain words. */
export interface Result extends Said {
  readonly tone: Tone;
  /** Whom it is about. */
  readonly name?: string;
  /** What Wellhub called it, for whoever must look further. */
  readonly key?: string;
}

/** @param isReentry validated earlier today: Wellhub was not asked again */
export function resultOf({ words }: DeskContext, checkIn: SeenCheckIn, isReentry: boolean): Result {
  const found = outcomeOf(checkIn, true);
  const outcome = isReentry && toneOf(found) === 'good' ? 'welcomeBack' : found;
  const key = outcome === 'rejected' ? checkIn.lastKey : null;
  return {
    ...words.outcome[outcome],
    tone: toneOf(outcome),
    name: nameOf(words, checkIn),
    ...(key && { key }),
  };
}

/** Answers that an address may name; they say nothing of a person. */
const SAID = {
  accepted: [(words: DeskWords) => words.claims.accepted, 'good'],
  rejected: [(words: DeskWords) => words.claims.rejected, 'wait'],
  decided: [(words: DeskWords) => words.claims.problems.decided, 'ask'],
  otherId: [(words: DeskWords) => words.claims.problems.otherId, 'ask'],
  taken: [(words: DeskWords) => words.claims.problems.taken, 'bad'],
  linked: [(words: DeskWords) => words.link.done, 'good'],
  differentIds: [(words: DeskWords) => words.link.problems.differentIds, 'ask'],
  otherGym: [(words: DeskWords) => words.link.problems.otherGym, 'ask'],
  bothHaveAccounts: [(words: DeskWords) => words.link.problems.bothHaveAccounts, 'ask'],
  gone: [(words: DeskWords) => words.link.problems.gone, 'ask'],
} as const;
export type SaidKind = keyof typeof SAID;

export function saidOf({ words }: DeskContext, kind: string): Result | undefined {
  if (!Object.hasOwn(SAID, kind)) return undefined;
  const [said, tone] = SAID[kind as SaidKind];
  return { ...said(words), tone };
}
