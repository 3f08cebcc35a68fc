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

/**
 * What every display can show: printable ASCII, at most so many signs. Accents are left out, signs without a Latin
 * letter too.
 */
export function asciiText(text: string, most: number): string {
  const composed = text.normalize('NFC');
  const latin = [...composed].map((letter) => REPLACEMENTS[letter] ?? letter).join('');
  const ascii = latin
    .normalize('NFD')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[^ -~]/g, '');
  return ascii.replaceAll(/ {2,}/g, ' ').trim().slice(0, most).trimEnd();
}
