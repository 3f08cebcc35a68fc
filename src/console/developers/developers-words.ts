import type { InLanguages } from '../frame/languages.js';
import { de } from './developers-words.de.js';
import { en } from './developers-words.en.js';
import { es } from './developers-words.es.js';
import { pt } from './developers-words.pt.js';

export type DevelopersWords = typeof pt;

export const DEVELOPERS_WORDS: InLanguages<DevelopersWords> = { pt, en, es, de };
