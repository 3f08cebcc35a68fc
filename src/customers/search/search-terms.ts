import { emailAddress } from '../../platform/values/email-address.js';
import { typedWellhubId } from '../../wellhub/index.js';
import { cardNumber } from '../people/card-number.js';
import { inAscii } from '../people/scanned-value.js';

/** What a typed text can mean. */
export interface SearchTerms {
  /** As typed: a customer number, or a gpw id. */
  readonly text: string;
  readonly wellhubId: string | null;
  readonly emailKey: string | null;
  readonly id: number | null;
  readonly cardNumber: string | null;
  /** The last digits of a phone number, the last one first. */
  readonly phoneEnd: string | null;
  /** The longest first: it is the one that the index finds fewest people by. */
  readonly words: readonly string[];
}

const LONGEST = 100;
export const MOST_WORDS = 5;
const PHONE_SIGNS = /[\s().+/-]/g;
const PHONE_DIGITS = { least: 4, most: 9 };

/** Undefined when the text has nothing that could be found. */
export function searchTerms(typed: string): SearchTerms | undefined {
  const text = inAscii(typed).normalize('NFC').replaceAll('\0', '').slice(0, LONGEST).trim();
  if (text === '') return undefined;
  const digits = text.replaceAll(PHONE_SIGNS, '');
  const isNumber = /^\d+$/.test(digits);
  return {
    text,
    wellhubId: typedWellhubId(text) ?? null,
    emailKey: emailAddress(text)?.key ?? null,
    id: /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null,
    cardNumber: cardNumber(text, 'DECIMAL') ?? null,
    phoneEnd: isNumber ? phoneEndOf(digits) : null,
    words: isNumber ? [] : wordsOf(text),
  };
}

const phoneEndOf = (digits: string): string | null =>
  digits.length < PHONE_DIGITS.least
    ? null
    : [...digits].toReversed().slice(0, PHONE_DIGITS.most).join('');

const wordsOf = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((word) => (word.includes('@') ? (emailAddress(word)?.key ?? word) : word))
    .slice(0, MOST_WORDS)
    .sort((a, b) => b.length - a.length);
