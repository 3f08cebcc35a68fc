import { dictionary } from '@zxcvbn-ts/language-common';

/** Shorter ones are refused for their length anyway. */
const SHORTEST = 8;

let known: Set<string> | undefined;

/** True for a password that attackers try first (list of zxcvbn), in any mix of cases. */
export function isCommonPassword(password: string): boolean {
  known ??= new Set(dictionary['passwords-common'].filter(({ length }) => length >= SHORTEST));
  return known.has(password.toLowerCase());
}
