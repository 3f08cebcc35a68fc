import { randomBytes } from 'node:crypto';
import { placesIn, type Operation } from './documented-operations.js';

/** Every planted text holds this word, every planted number these digits: a log without them holds none of it. */
const WORD = 'geheim';
const DIGITS = '771317';
const FOUND = new RegExp(
  `.{0,60}(?:${WORD}|${DIGITS}|${Buffer.from(WORD).toString('hex')}).{0,20}`,
  'gi',
);

/** What was planted and can be read here, each with what stands around it. */
export const plantedIn = (text: string): string[] => text.match(FOUND) ?? [];

const unique = () => randomBytes(4).toString('hex');
const digits = (length: number) => {
  const rest = Array.from({ length }, () => Math.floor(Math.random() * 10)).join('');
  return `${DIGITS}${rest}`.slice(0, length);
};

const KINDS: readonly (readonly [name: RegExp, make: () => string])[] = [
  [/e-?mail|^user_?name$/i, () => `${WORD}.${unique()}@example.com`],
  // A good one has nothing of the person's name.
  [/password/i, () => `horse ${DIGITS} ${unique()}`],
  [/phone/i, () => `+5511${digits(9)}`],
  [/gympass_?user_?id|gpw|^user_id$/i, () => `gpw-${WORD}-${unique()}`],
  [/gympass_?id|wellhub_?id|unique_token|aggregator_?id|^q$/i, () => digits(13)],
  [/^value$|^code$|card_?number|^number$/i, () => digits(10)],
];

/** A value of the kind that a field of this name holds; a word where the name says nothing. */
export const planted = (name: string): string =>
  KINDS.find(([pattern]) => pattern.test(name))?.[1]() ?? `${WORD}-${unique()}`;

export const plantedFields = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, planted(name)]));

export const plantedQuery = (names: readonly string[]): string =>
  new URLSearchParams(plantedFields(names)).toString();

/** 19 digits, like a code in a QR picture. */
export const plantedCode = (): string => digits(19);

/** Words of the wire, references and times, which a log may hold. */
const HARMLESS =
  /^(format|type|environment|scopes|event_?types?|user_status|.*url|website|slug|locale|language|time_?zone|direction|.*(Date|At|_at|Time|Mode|Id)|from|to|until|since|version|grant_type|partner|country.*|sex|status|state|retry)$/i;

/** The body of an operation with something planted wherever it may be; undefined when it has none. */
export function plantedBody({ body }: Operation): unknown {
  let result = body?.();
  for (const { path, value } of placesIn(result)) {
    const name = path.split('/').at(-1) ?? '';
    if (typeof value !== 'string' || HARMLESS.test(name) || path.includes('gym/')) continue;
    result = [...placesIn(result)].find((place) => place.path === path)?.put(planted(name));
  }
  return result;
}
