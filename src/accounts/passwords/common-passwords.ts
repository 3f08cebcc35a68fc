import { dictionary } from '@zxcvbn-ts/language-common';
import { unitOf, withoutTail } from './password-patterns.js';

/** Shorter entries begin too many good passwords. */
const SHORTEST = 4;

let known: Set<string> | undefined;

/**
 * True for a password that attackers try first (list of zxcvbn): in any mix of cases, repeated, or with digits and
 * signs at its end.
 */
export function isCommonPassword(password: string): boolean {
  known ??= new Set(dictionary['passwords-common'].filter(({ length }) => length >= SHORTEST));
  const text = password.toLowerCase();
  const unit = unitOf(text);
  return [text, unit, withoutTail(unit)].some((tried) => known?.has(tried));
}
