import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../platform/database/database.js';
import { entryStatement, pageStatement } from './history.sql.js';
import { HISTORY_KINDS, type HistoryKind } from './history-sources.sql.js';

/** An entry's place in the order of a timeline. */
export interface HistoryPlace {
  /** Microseconds since 1970: the database's times are finer than a Date. */
  readonly micros: number;
  readonly kind: HistoryKind;
  readonly id: string;
}

export interface HistoryRow extends HistoryPlace {
  readonly at: Date;
  readonly gymId: number | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Whose history, as who sees it. */
export interface HistoryOf {
  readonly partnerId: string;
  readonly customerId: number;
  readonly gymId: number | undefined;
  /** By which webhooks are found. */
  readonly hashes: readonly Buffer[];
}

interface HistoryRead {
  readonly kinds: readonly HistoryKind[];
  readonly place: HistoryPlace | undefined;
  readonly limit: number;
}

const PAGES = new Map(HISTORY_KINDS.map((kind) => [kind, pageStatement(kind)]));
const ENTRIES = new Map(HISTORY_KINDS.map((kind) => [kind, entryStatement(kind)]));

/**
 * All rooms' rows about one customer: one statement for each kind, one after the other. In one statement a page would
 * lock the partitions of all tables at once, which a server has room for a few times only.
 */
@Injectable()
export class TimelineRepository {
  constructor(private readonly db: Database) {}

  /** Newest first. @param read `place`: where the page before ended */
  async page(whose: HistoryOf, read: HistoryRead): Promise<HistoryRow[]> {
    const found: HistoryRow[] = [];
    for (const kind of read.kinds) found.push(...(await this.run(PAGES.get(kind), whose, read)));
    return found.sort(newestFirst).slice(0, read.limit);
  }

  async entry(whose: HistoryOf, place: HistoryPlace): Promise<HistoryRow | undefined> {
    const read = { kinds: [place.kind], place, limit: 1 };
    return (await this.run(ENTRIES.get(place.kind), whose, read))[0];
  }

  private async run(
    statement: Statement | undefined,
    { partnerId, customerId, gymId, hashes }: HistoryOf,
    { place, limit }: HistoryRead,
  ): Promise<HistoryRow[]> {
    if (!statement) return [];
    const at = [place?.micros ?? null, place?.kind ?? null, place?.id ?? null];
    const values = [partnerId, customerId, gymId ?? null, ...at, limit];
    const more = statement.text.includes('$8') ? [hashes] : [];
    return this.db.query<HistoryRow & object>(statement, [...values, ...more]);
  }
}

const textOrder = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

const newestFirst = (a: HistoryPlace, b: HistoryPlace): number =>
  b.micros - a.micros || textOrder(a.kind, b.kind) || textOrder(a.id, b.id);
