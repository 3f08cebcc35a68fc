import type { FastifyRequest } from 'fastify';
import { chooseWords } from '../../pages/index.js';
import type { DeskWords } from './words.js';
import { de } from './words.de.js';
import { en } from './words.en.js';
import { es } from './words.es.js';
import { pt } from './words.pt.js';

const BY_LANG = new Map([en, pt, es, de].map((words) => [words.lang, words]));

/** Of a page without a log-in: as the browser wants it, and otherwise in `locale`. */
export const deskWordsFor = ({ headers }: FastifyRequest, locale = 'pt'): DeskWords =>
  chooseDeskWords(headers['accept-language'], locale);

/** The language that the hosted pages would take, in the words of the desk. */
export const chooseDeskWords = (acceptLanguage: string | undefined, locale: string): DeskWords =>
  BY_LANG.get(chooseWords(acceptLanguage, locale).lang) ?? en;
