import type { InLanguages } from '../frame/languages.js';
import { de } from './feed-words.de.js';
import { en } from './feed-words.en.js';
import { es } from './feed-words.es.js';
import { pt } from './feed-words.pt.js';

export interface FeedWords {
  readonly lead: string;
  readonly door: string;
  readonly allDoors: string;
  readonly result: string;
  readonly results: Record<'OPENED' | 'REFUSED', string>;
  readonly opened: string;
  readonly repeated: string;
  readonly refused: string;
  readonly dryRun: string;
  readonly columns: Record<'at' | 'door' | 'result' | 'why' | 'member', string>;
  readonly removedDoor: string;
  readonly none: string;
  readonly noneHint: string;
  readonly noGym: string;
  readonly live: string;
  /** The browser code fills in `{time}`. */
  readonly stale: string;
  readonly over: string;
  readonly logIn: string;
}

export const FEED_WORDS: InLanguages<FeedWords> = { pt, en, es, de };
