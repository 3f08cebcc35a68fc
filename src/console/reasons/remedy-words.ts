import type { InLanguages } from '../frame/languages.js';
import type { ReasonWords } from './reason-words.js';
import { de } from './remedy-words.de.js';
import { en } from './remedy-words.en.js';
import { es } from './remedy-words.es.js';
import { pt } from './remedy-words.pt.js';

/** What staff can do when a door stayed shut. */
export type RemedyWords = ReasonWords['refusals'];

export const REMEDY_WORDS: InLanguages<RemedyWords> = { pt, en, es, de };

/** For a reason that is newer than these words: how to find out. */
export const remedyText = (words: RemedyWords, result: string): string =>
  Object.hasOwn(words, result) ? words[result as keyof RemedyWords] : words.OTHER;
