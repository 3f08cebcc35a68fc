import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { deskPersonColumns, seenAtSql, type DeskPerson } from './desk-person.sql.js';
import { inAscii } from './scanned-value.js';
import type { Actor } from '../../platform/http/actor.js';

export interface FoundCustomer extends DeskPerson {
  readonly number: string;
  readonly wellhubId: string | null;
  readonly gpwId: string | null;
}

const FOUND = `${deskPersonColumns('c')}, c.number, c.wellhub_id as "wellhubId", c.gpw_id as "gpwId"`;
const MINE = `c.partner_id = $1 and c.status <> 'ERASED' and ${seenAtSql('c', '$2::bigint')}`;

/**
 * By the beginning of a first name, last name or e-mail; every further word must begin one of them too. The
 * comparisons are those of the indexes. A word that begins a great many names is cut off before it is sorted.
 */
const starts = (expression: string) =>
  `(${expression} ~>=~ lower($3) and ${expression} ~<~ (lower($3) || chr(1114109)))`;
const BY_WORDS = {
  name: 'customer-search.by-words',
  text: `with hits as materialized (
      select c.* from customers c
      where ${MINE} and (${starts('lower(c.first_name)')} or ${starts('lower(c.last_name)')} or ${starts('c.email_key')})
      limit 1000)
    select ${FOUND} from hits c
    where not exists (select from unnest($4::text[]) word
      where not starts_with(lower(coalesce(c.first_name, '')), lower(word))
        and not starts_with(lower(coalesce(c.last_name, '')), lower(word))
        and not starts_with(coalesce(c.email_key, ''), lower(word)))
    order by c.last_name, c.first_name, c.id limit $5`,
};
const BY_NUMBER = {
  name: 'customer-search.by-number',
  text: `select ${FOUND} from customers c
    where ${MINE} and (c.number = $3 or c.wellhub_id = $3 or c.id = $4) order by c.id limit $5`,
};

const LONGEST = 100;
const MOST_WORDS = 5;

/** Finds people for somebody at the desk who knows a piece of a name, an e-mail or a number. */
@Injectable()
export class CustomerSearch {
  constructor(private readonly db: Database) {}

  async find({ partnerId, gymId }: Actor, text: string, limit: number): Promise<FoundCustomer[]> {
    const [first, ...more] = wordsOf(text);
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
