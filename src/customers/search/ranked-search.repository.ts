import { Injectable } from '@nestjs/common';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/http/actor.js';
import { plainWord } from './customer-text.sql.js';
import { HAS_SIMILARITY, rankedSearchSql, SEARCH_SETTINGS } from './search-matches.sql.js';
import type { SearchTerms } from './search-terms.js';

/** Where a page ended. */
export interface RankedPlace {
  readonly rank: number;
  readonly id: number;
}

interface SearchRequest {
  /** Distinguishes statements: which columns and conditions these are. */
  readonly name: string;
  readonly columns: string;
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
  readonly after?: RankedPlace | undefined;
  readonly limit: number;
}

const FRESH_MS = 60_000;
/** A shorter word is like half of all names. */
const SHORTEST_WORD = 3;

/** Finds customers by what was typed: ids, e-mail and phone number first, then names that begin so or are like it. */
@Injectable()
export class RankedSearchRepository {
  private readonly similarity = new FreshCache<'index', boolean>({
    load: async () => (await this.db.query<{ isThere: boolean }>(HAS_SIMILARITY, []))[0]?.isThere,
    freshMs: FRESH_MS,
  });

  constructor(private readonly db: Database) {}

  /** Similar names are searched for only when a page is not full without them: there may be very many. */
  async find<R extends object>(
    { partnerId, gymId }: Actor,
    terms: SearchTerms,
    request: SearchRequest,
  ): Promise<(R & { rank: number })[]> {
    const isSimilar = await this.maySimilar(terms);
    const { after, limit } = request;
    const place = [partnerId, gymId ?? null, limit, after?.rank ?? null, after?.id ?? null];
    const values = [...place, ...termValues(terms), ...request.values];
    return this.db.transaction(async (queries) => {
      await queries.query(SEARCH_SETTINGS, []);
      const run = (similar: boolean) =>
        queries.query<R & { rank: number } & Record<string, unknown>>(
          statementFor(request, similar),
          values,
        );
      const found = await run(false);
      return found.length < limit && isSimilar ? run(true) : found;
    });
  }

  private async maySimilar({ words: [longest = ''] }: SearchTerms): Promise<boolean> {
    if (longest.length < SHORTEST_WORD) return false;
    return (await this.similarity.get('index')) ?? false;
  }
}

const statementFor = (request: SearchRequest, isSimilar: boolean) => ({
  name: `customer-search.${request.name}.${isSimilar ? 'similar' : 'exact'}`,
  text: rankedSearchSql({ ...request, isSimilar }),
});

const termValues = (terms: SearchTerms): unknown[] => [
  terms.text,
  terms.wellhubId,
  terms.emailKey,
  terms.id,
  terms.cardNumber,
  terms.phoneEnd,
  terms.words.map(plainWord),
];
