import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hmacSha256 } from '../platform/crypto/hashing.js';
import { Keyring } from '../platform/crypto/keyring.js';
import { pooledRandom } from '../platform/crypto/uuid.js';

const DIGITS = 19;
const SHAPE = /^\d{19}$/;

/** 63 random bits as 19 digits. They mean nothing by themselves. */
export const makeCode = (): string =>
  (pooledRandom(8).readBigUInt64BE() >> 1n).toString().padStart(DIGITS, '0');

export const looksLikeCode = (value: string): boolean => SHAPE.test(value);

/** Codes are stored and looked up by keyed hash only: a stolen table opens no door (O-15). */
@Injectable()
export class CodeHashes {
  private readonly keys: KeyObject[];

  constructor(keyring: Keyring) {
    this.keys = keyring.keys('access-codes');
  }

  /** The hash to store. */
  hash(code: string): Buffer {
    return this.candidates(code)[0] as Buffer;
  }

  /** Every hash under which a live code may stand: the newest two keys, for the minutes after a rotation. */
  candidates(code: string): Buffer[] {
    return this.keys.slice(0, 2).map((key) => hmacSha256(key, code));
  }
}
