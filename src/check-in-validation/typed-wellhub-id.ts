/** A Wellhub id as a person typed it: spaces and punctuation go, 13 digits must remain (W-53). */
export function typedWellhubId(text: string): string | undefined {
  const id = text.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}\p{C}]/gu, '');
  return /^\d{13}$/.test(id) ? id : undefined;
}
