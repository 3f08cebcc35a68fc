import { createRequire } from 'node:module';
import { unitOf, withoutTail } from './password-patterns.js';

/** Shorter entries begin too many good passwords. */
const SHORTEST = 4;

/** Loaded for the first new password. */
let known: Set<string> | undefined;

/**
 * True for a password that attackers try first (list of zxcvbn): in any mix of cases, repeated, or with digits and
 * signs at its end.
 */
export function isCommonPassword(password: string): boolean {
  known ??= readCommonPasswords();
  const text = password.toLowerCase();
  const unit = unitOf(text);
  return [text, unit, withoutTail(unit)].some((tried) => known?.has(tried));
}

function readCommonPasswords(): Set<string> {
  const load = createRequire(import.meta.url) as (
    name: '@zxcvbn-ts/language-common',
  ) => typeof import('@zxcvbn-ts/language-common');
  const { dictionary } = load('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].filter(({ length }) => length >= SHORTEST));
}
