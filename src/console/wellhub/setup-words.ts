import type { InLanguages } from '../frame/languages.js';
import { de } from './setup-words.de.js';
import { en } from './setup-words.en.js';
import { es } from './setup-words.es.js';
import { pt } from './setup-words.pt.js';

/** Texts about the webhooks that Wellhub has registered for each gym. */
export interface SetupWords {
  readonly title: string;
  readonly lead: string;
  readonly link: string;
  readonly event: string;
  readonly events: Readonly<Record<string, string>>;
  readonly state: string;
  readonly states: Record<'REGISTERED' | 'MISSING' | 'WRONG_URL', string>;
  readonly atWellhub: string;
  /** By what Wellhub answered about one gym. */
  readonly gymProblems: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly withoutId: (names: string) => string;
  readonly allRight: string;
  readonly fix: string;
  readonly consequence: string;
  readonly submit: string;
  readonly fixed: string;
  readonly noGyms: string;
}

export const SETUP_WORDS: InLanguages<SetupWords> = { pt, en, es, de };
