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

/** What the person's browser asks for and we speak, else the partner's language. */
export function chooseWords(acceptLanguage: string | undefined, partnerLocale: string): Words {
  for (const wish of wishes(acceptLanguage ?? '')) {
    const words = LANGUAGES.get(wish);
    if (words) return words;
  }
  return LANGUAGES.get(partnerLocale) ?? en;
}

/** Base languages of the header, most wanted first: `de-LU;q=0.8, pt` → `pt`, `de`. */
function wishes(header: string): string[] {
  return header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
      return { language: tag.split('-', 1)[0] ?? '', weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}
