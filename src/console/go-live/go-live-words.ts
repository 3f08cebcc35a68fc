import type { InLanguages } from '../frame/languages.js';
import type { ChecklistKey, ChecklistState } from './go-live-item.js';
import { de } from './go-live-words.de.js';
import { en } from './go-live-words.en.js';
import { es } from './go-live-words.es.js';
import { pt } from './go-live-words.pt.js';

interface ItemWords {
  readonly title: string;
  /** What it means for the gym, and what to do. */
  readonly text: string;
  /** Where it is mended. */
  readonly fix: string;
}

export interface GoLiveWords {
  readonly lead: string;
  readonly progress: (done: number, all: number) => string;
  readonly ready: string;
  readonly states: Record<ChecklistState, string>;
  readonly items: Record<ChecklistKey, ItemWords>;
  /** Why a gym is not done, by what the checklist names. */
  readonly results: Readonly<Record<string, string>>;
  readonly told: (by: string, when: string) => string;
  readonly people: (missing: number) => string;
  readonly sendMail: string;
  readonly mailSent: string;
  readonly mailRefused: string;
  readonly confirmBackups: string;
  readonly takeBack: string;
}

export const GO_LIVE_WORDS: InLanguages<GoLiveWords> = { pt, en, es, de };
