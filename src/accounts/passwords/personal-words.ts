/** The owner and the gym of a password: the words that an attacker tries first. */
export interface PasswordOwner {
  readonly email: string;
  readonly gym: readonly string[];
  readonly names: readonly (string | null | undefined)[];
}

const BRANDS = ['wellhub', 'gympass', 'gatehouse'];
const SHORTEST_WORD = 3;
/** Letters that must be left of a password without such words. */
const LEAST_LEFT = 4;
const NO_LETTER = /[^\p{L}\p{M}]+/gu;

/** Digits and signs that people write for letters; `1` stands for two. */
const SPELLINGS = ['i', 'l'].map(
  (one) =>
    new Map(
      Object.entries({
        '0': 'o',
        '1': one,
        '3': 'e',
        '4': 'a',
        '5': 's',
        '7': 't',
        '@': 'a',
        $: 's',
        '!': 'i',
      }),
    ),
);

/** In lower case, without accents. */
export const plain = (text: string): string =>
  text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');

/** True when little is left without brand, gym, own name and e-mail: digits and signs do not count. */
export function isPersonal(password: string, owner: PasswordOwner): boolean {
  const text = [...plain(password)];
  const hidden = hiddenBy(wordsOf(owner), text);
  if (!hidden.includes(true)) return false;
  const left = text.filter((_, at) => !hidden[at]).join('');
  return [...left.replaceAll(NO_LETTER, '')].length < LEAST_LEFT;
}

function wordsOf({ email, gym, names }: PasswordOwner): string[] {
  const texts = [email, ...gym, ...names].map((text) => plain(text ?? ''));
  const words = texts.flatMap((text) => [...text.split(NO_LETTER), text.replaceAll(NO_LETTER, '')]);
  const domainless = plain(email.split('@', 1)[0] ?? '').replaceAll(NO_LETTER, '');
  return [...BRANDS, ...words, domainless].filter((word) => [...word].length >= SHORTEST_WORD);
}

/** Which characters belong to one of the words, however they are spelled. */
function hiddenBy(words: readonly string[], text: readonly string[]): boolean[] {
  const hidden = text.map(() => false);
  for (const spelling of [new Map<string, string>(), ...SPELLINGS]) {
    const read = text.map((character) => spelling.get(character) ?? character);
    for (const word of words) hide([...word], read, hidden);
  }
  return hidden;
}

function hide(word: readonly string[], read: readonly string[], hidden: boolean[]): void {
  for (let start = 0; start + word.length <= read.length; start += 1)
    if (word.every((character, at) => read[start + at] === character))
      hidden.fill(true, start, start + word.length);
}
