import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../platform/http/declarations.js';
import { languagesFor, wantedLanguages } from '../../platform/http/accept-language.js';

/** The languages of the console. */
export const LANGUAGES = ['pt', 'en', 'es', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The texts of a screen: one that misses a language does not compile. */
export type InLanguages<T> = Readonly<Record<Language, T>>;

/** A person has a language of their own; a key is used by people whose browsers have one. */
export function languageOf(request: FastifyRequest, { person, language }: Caller, locale: string) {
  const own = person === undefined ? undefined : language;
  const wish = own ?? languagesFor(request.headers['accept-language'], locale) ?? locale;
  const isKnown = (one: string): one is Language => LANGUAGES.includes(one as Language);
  return wantedLanguages(wish).find(isKnown) ?? wantedLanguages(locale).find(isKnown) ?? 'en';
}
