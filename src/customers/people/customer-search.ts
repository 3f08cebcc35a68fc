import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { typedWellhubId } from '../../wellhub/index.js';
import { type DeskPerson } from './desk-person.sql.js';
import { inAscii } from './scanned-value.js';
import type { Actor } from '../../platform/http/actor.js';
import { BY_WORDS, BY_NUMBER } from './customer-search.sql.js';

export interface FoundCustomer extends DeskPerson {
  readonly number: string;
  readonly wellhubId: string | null;
  readonly gpwId: string | null;
}

const LONGEST = 100;
const MOST_WORDS = 5;

/** Finds people by a part of a name, an e-mail or a number, for the front desk. */
@Injectable()
export class CustomerSearch {
  constructor(private readonly db: Database) {}

  async find({ partnerId, gymId }: Actor, text: string, limit: number): Promise<FoundCustomer[]> {
    const wellhubId = typedWellhubId(text);
    const [first, ...more] = wellhubId === undefined ? wordsOf(text) : [wellhubId];
    if (first === undefined) return [];
    const where = [partnerId, gymId ?? null, first];
    if (more.length === 0 && /^\d/.test(first)) {
      const id = /^\d{1,15}$/.test(first) ? Number(first) : null;
      const found = await this.db.query<FoundCustomer & object>(BY_NUMBER, [...where, id, limit]);
      if (found.length > 0) return found;
    }
    return this.db.query<FoundCustomer & object>(BY_WORDS, [...where, more, limit]);
  }
}

const wordsOf = (text: string): string[] =>
  inAscii(text)
    .normalize('NFC')
    .replaceAll('\0', '')
    .slice(0, LONGEST)
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((word) => (word.includes('@') ? (emailAddress(word)?.key ?? word) : word))
    .slice(0, MOST_WORDS);
