import type { DeskWords } from '../words/words.js';
import { de } from './sign-on-words.de.js';
import { en } from './sign-on-words.en.js';
import { es } from './sign-on-words.es.js';
import { pt } from './sign-on-words.pt.js';
import type { SignOnWords } from './sign-on-words.js';

const WORDS: Record<string, SignOnWords> = { de, en, es, pt };

/** In the language of the page around them. */
export const signOnWords = ({ lang }: DeskWords): SignOnWords => WORDS[lang.slice(0, 2)] ?? en;
