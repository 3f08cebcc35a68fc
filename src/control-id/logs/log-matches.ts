import { Injectable } from '@nestjs/common';
import { CodeHashes } from '../../access-codes/index.js';
import { valuePrefix } from '../../gate/index.js';
import type { Queries } from '../../platform/database/database.js';
import { cardNumberOf } from '../reading/card-number.js';
import type { LogEntry } from './log-entry.js';
import { LogsRepository, type LogSource } from './logs.repository.js';

const CODE_DIGITS = 19;

/** A log about to be taken. */
export interface ReadLog {
  readonly source: LogSource;
  readonly log: LogEntry;
  /** By our clock. */
  readonly at: Date;
  /** When a live report of the device brought it; undefined for one that was fetched. */
  readonly toldAt: Date | undefined;
}

/** Customers whom a log may mean; `byOwnId` where the numbers of the device's own users are those of our customers. */
export interface LogPeople {
  readonly byCard: number | null;
  readonly byId: number | null;
  readonly byOwnId: number | null;
}

/** Finds what a log is about: a person, and the scan that it is the end of. */
@Injectable()
export class LogMatches {
  constructor(
    private readonly rows: LogsRepository,
    private readonly hashes: CodeHashes,
  ) {}

  async people(tx: Queries, { source, log }: ReadLog): Promise<LogPeople> {
    const { partnerId, settings } = source;
    const cardNumber = log.cardValue ? cardNumberOf(log.cardValue, settings.cardFormat) : null;
    const found = await this.rows.people(tx, partnerId, { cardNumber, userId: log.userId ?? null });
    return { ...found, byOwnId: settings.userIdIs === 'CUSTOMER_ID' ? found.byId : null };
  }

  /**
   * Our answer named the customer, so the log of a grant names the customer, or the card or code that was shown.
   * @returns undefined when the device opened without us
   */
  async grant(
    tx: Queries,
    { source, log, at, toldAt }: ReadLog,
    { byCard, byId }: LogPeople,
  ): Promise<string | undefined> {
    const isClockUnknown = source.skewSeconds === null && toldAt !== undefined;
    return this.rows.grant(tx, source, {
      customerIds: [byCard, byId].filter((id) => id !== null),
      prefixes: this.prefixesOf(source, log),
      times: isClockUnknown ? [at, toldAt] : [at],
    });
  }

  private prefixesOf({ settings }: LogSource, { cardValue }: LogEntry): string[] {
    if (cardValue === undefined) return [];
    const raw = cardNumberOf(cardValue, 'RAW');
    const card = cardNumberOf(cardValue, settings.cardFormat);
    const values = new Set([raw, card, raw.padStart(CODE_DIGITS, '0')]);
    return [...values].flatMap((value) => this.hashes.candidates(value)).map(valuePrefix);
  }
}
