import type { SeenCheckIn } from '../../check-in-validation/index.js';
import type { DeskContext } from './desk-context.js';
import { outcomeOf, toneOf, type Tone } from '../words/outcome.js';
import { displayName } from './format-person.js';
import type { DeskWords, MessageText } from '../words/words.js';

/** The result of the last action, shown once after the redirect. */
export interface FlashMessage extends MessageText {
  readonly tone: Tone;
  /** The person whom it is about. */
  readonly name?: string;
  /** What a door would have said. */
  readonly warning?: string;
  /** Wellhub's error key, for support. */
  readonly key?: string;
}

/** @param isReentry validated earlier today: Wellhub was not called again */
export function checkInMessage(
  { words }: DeskContext,
  checkIn: SeenCheckIn,
  isReentry: boolean,
): FlashMessage {
  const found = outcomeOf(checkIn, true);
  const outcome = isReentry && toneOf(found) === 'good' ? 'welcomeBack' : found;
  const key = outcome === 'rejected' ? checkIn.lastKey : null;
  return {
    ...words.outcome[outcome],
    tone: toneOf(outcome),
    name: displayName(words, checkIn),
    ...(key && { key }),
  };
}

/** Messages that a query string may name, because they reveal nothing about a person. */
const FLASH_MESSAGES = {
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
export type FlashMessageKind = keyof typeof FLASH_MESSAGES;

export function flashMessageFor({ words }: DeskContext, kind: string): FlashMessage | undefined {
  if (!Object.hasOwn(FLASH_MESSAGES, kind)) return undefined;
  const [text, tone] = FLASH_MESSAGES[kind as FlashMessageKind];
  return { ...text(words), tone };
}
