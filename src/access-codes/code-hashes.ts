import { Injectable } from '@nestjs/common';
import { hmacSha256 } from '../platform/crypto/hashing.js';
import { Keyring } from '../platform/crypto/keyring.js';
import type { SigningPurpose } from '../platform/crypto/purposes.js';
import { pooledRandom } from '../platform/crypto/uuid.js';

const DIGITS = 19;
const SHAPE = /^\d{19}$/;

/** 63 random bits as 19 digits. They mean nothing by themselves. */
export const makeCode = (): string =>
  (pooledRandom(8).readBigUInt64BE() >> 1n).toString().padStart(DIGITS, '0');

export const isCodeShaped = (value: string): boolean => SHAPE.test(value);

/** Scans are compared within a day (their nonce); the prefixes in the log of decisions are only shown. */
const CODES: SigningPurpose = {
  name: 'access-codes',
  columns: [
    'access_codes.hash',
    'presence.last_value_hash',
    'gate_nonces.value_hash',
    'gate_tries.value_hash',
  ],
  validDays: 3,
};

/** Codes are stored and looked up by keyed hash only: a stolen table opens no door (O-15). */
@Injectable()
export class CodeHashes {
  private readonly keys;

  constructor(keyring: Keyring) {
    this.keys = keyring.keys(CODES);
  }

  /** The hash to store. */
  hash(code: string): Buffer {
    return hmacSha256(this.keys[0], code);
  }

  /** Every hash that a value may be stored under: while keys are rotated replicas write under different ones. */
  candidates(value: string): readonly [Buffer, ...Buffer[]] {
    const [, ...older] = this.keys;
    return [this.hash(value), ...older.map((key) => hmacSha256(key, value))];
  }

  /** How many those are. */
  get count(): number {
    return this.keys.length;
  }
}
