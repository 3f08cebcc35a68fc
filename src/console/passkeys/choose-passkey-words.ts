import type { DeskWords } from '../words/words.js';
import type { PasskeyWords } from './passkey-words.js';
import { de } from './passkey-words.de.js';
import { en } from './passkey-words.en.js';
import { es } from './passkey-words.es.js';
import { pt } from './passkey-words.pt.js';

const BY_LANG = new Map<string, PasskeyWords>([
  ['pt-BR', pt],
  ['en', en],
  ['es', es],
  ['de', de],
]);

/** In the language of the page. */
export const passkeyWords = ({ lang }: DeskWords): PasskeyWords => BY_LANG.get(lang) ?? en;
