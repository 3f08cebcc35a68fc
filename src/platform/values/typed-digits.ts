/**
 * Digits as people type and paste them: full-width ones count as digits; blanks and invisible characters are removed.
 */
export const typedDigits = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[\s\p{C}]/gu, '');
