const REPLACEMENTS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
};

const PRINTABLE = /^[ -~]*$/;

function withoutAccents(text: string): string {
  const composed = text.normalize('NFC');
  const latin = [...composed].map((letter) => REPLACEMENTS[letter] ?? letter).join('');
  return latin
    .normalize('NFD')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[^ -~]/g, '');
}

/**
 * What every display can show: printable ASCII, at most so many signs. Accents are left out, signs without a Latin
 * letter too.
 */
export function asciiText(text: string, most: number): string {
  const ascii = PRINTABLE.test(text) ? text : withoutAccents(text);
  return ascii.replaceAll(/ {2,}/g, ' ').trim().slice(0, most).trimEnd();
}
