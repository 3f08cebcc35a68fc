import { randomBytes } from 'node:crypto';
import { sha256 } from '../../platform/crypto/hashing.js';

/** Without letters that are read as digits. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODES = 10;
const LENGTH = 16;
const GROUP = /.{4}(?=.)/g;
const NO_LETTER = /[^a-z0-9]+/g;

/** Ten codes of 79 random bits, as they are shown: `abcd-efgh-jkmn-pqrs`. */
export const makeRecoveryCodes = (): string[] => Array.from({ length: CODES }, makeCode);

function makeCode(): string {
  const code: string[] = [];
  while (code.length < LENGTH)
    for (const byte of randomBytes(LENGTH)) {
      const character = ALPHABET[byte & 31];
      if (character !== undefined && code.length < LENGTH) code.push(character);
    }
  return code.join('').replaceAll(GROUP, '$&-');
}

/** Case, blanks and hyphens are how people type, and no part of a code. */
export const recoveryCodeHash = (typed: string): Buffer =>
  sha256(typed.toLowerCase().replaceAll(NO_LETTER, ''));
