import { typedDigits } from '../platform/values/typed-digits.js';

const LENGTH = 13;

/** The fault of a typed id, so that a person can correct it. */
export type TypedIdFault =
  | { readonly kind: 'empty' | 'gpw' | 'letters' }
  | { readonly kind: 'length'; readonly digits: number };

/** A Wellhub id as a person typed it: spaces and punctuation go, 13 digits must remain (W-53). */
export function typedWellhubId(text: string): string | undefined {
  const id = withoutSlips(text);
  return /^\d{13}$/.test(id) ? id : undefined;
}

/** Undefined when the id is well typed. */
export function typedWellhubIdFault(text: string): TypedIdFault | undefined {
  const id = withoutSlips(text);
  if (id === '') return { kind: 'empty' };
  if (/^gpw/i.test(id)) return { kind: 'gpw' };
  if (!/^\d+$/.test(id)) return { kind: 'letters' };
  return id.length === LENGTH ? undefined : { kind: 'length', digits: id.length };
}

const withoutSlips = (text: string) => typedDigits(text).replaceAll(/[\p{P}\p{S}]/gu, '');
