import { languagesFor, wantedLanguages } from '../../platform/http/accept-language.js';
import { de } from './words.de.js';
import { en } from './words.en.js';
import { es } from './words.es.js';
import { pt } from './words.pt.js';
import type { Words } from './words.js';

const LANGUAGES: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['pt', pt],
  ['es', es],
  ['de', de],
]);

/** The browser's preferred language that we support, else the partner's. */
export function chooseWords(acceptLanguage: string | undefined, partnerLocale: string): Words {
  const wish = languagesFor(acceptLanguage, partnerLocale);
  return LANGUAGES.get(wishedLanguage(wish) ?? partnerLocale) ?? en;
}

/** The first language of the browser that we support. */
export const wishedLanguage = (acceptLanguage: string | undefined): string | undefined =>
  wantedLanguages(acceptLanguage ?? '').find((wish) => LANGUAGES.has(wish));
