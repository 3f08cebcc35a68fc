import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { Database } from './database.js';

/** All numbers up to `drawn` belong to transactions with ids below `xid`. */
interface Reading {
  readonly drawn: number;
  readonly xid: bigint;
}

// Reading the sequence comes first, then this transaction gets its id: later ids draw larger numbers only.
const READ_NUMBERS = {
  name: 'settled-changes.read',
  text: `with numbers as materialized (
      select case when is_called then last_value else last_value - 1 end as drawn from change_numbers)
    select drawn, pg_current_xact_id()::text as xid, pg_snapshot_xmin(pg_current_snapshot())::text as oldest
    from numbers`,
};

const MOST_READS = 10;
const PAUSE_MS = 20;
const MOST_MARKS = 100;

/**
 * How far a list that is ordered by `change_numbers` may be shown. Numbers are drawn inside transactions, so a smaller
 * one can become visible after a larger one, and a reader who has passed it never sees it. Comparing a row's own
 * transaction id with the oldest running one does not help: who began first may draw last. And the next id that a
 * snapshot knows (`pg_snapshot_xmax`) leaves out those that run already. So we note how far the sequence is and then
 * take an id ourselves: once every transaction up to that id has ended, every number up to there is decided.
 * Holds for tables whose rows take their number with `take_change_number` (migration 0025).
 */
@Injectable()
export class SettledChanges {
  private readings: Reading[] = [];
  private settled: number | undefined;

  constructor(private readonly db: Database) {}

  /**
   * The largest number at and below which nothing can appear any more, for statements that begin after this. Waits a
   * little for transactions that are about to end; behind a long one it returns what was settled before.
   * @throws request.unavailable when nothing is known to be settled yet
   */
  async upTo(): Promise<number> {
    const wanted = await this.readNumbers();
    for (let tries = 0; tries < MOST_READS; tries += 1) {
      await this.readNumbers();
      if (this.settled !== undefined && this.settled >= wanted) return this.settled;
      await pause(PAUSE_MS);
    }
    if (this.settled === undefined)
      throw new DomainError(RequestErrors.unavailable, { retryAfterSeconds: 1 });
    return this.settled;
  }

  /** Leaves a mark, and settles the marks that are older than every running transaction. */
  private async readNumbers(): Promise<number> {
    const [seen] = await this.db.query<{ drawn: number; xid: string; oldest: string }>(
      READ_NUMBERS,
      [],
    );
    if (!seen) throw new Error('the sequence is gone');
    const oldest = BigInt(seen.oldest);
    const isOver = ({ xid }: Reading) => xid < oldest;
    for (const { drawn } of this.readings.filter(isOver))
      this.settled = Math.max(this.settled ?? 0, drawn);
    this.readings = this.readings.filter((mark) => !isOver(mark)).slice(0, MOST_MARKS);
    this.readings.push({ drawn: seen.drawn, xid: BigInt(seen.xid) });
    return seen.drawn;
  }
}
