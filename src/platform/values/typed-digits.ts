/** Digits as people type and paste them: full-width ones are digits, and blanks and marks that nobody sees are none. */
export const typedDigits = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[\s\p{C}]/gu, '');
